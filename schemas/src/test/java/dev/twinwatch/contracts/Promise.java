package dev.twinwatch.contracts;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Whether a schema keeps what its contract promises to an earlier release. */
record Promise(Contract contract, Schema now) {
    /** Each breach as a sentence with its place and its remedy; empty if it is kept. */
    List<String> breaches(String release, Schema released) {
        var breaches = new ArrayList<String>();
        problems(now, released)
                .forEach(problem -> breaches.add(contract + " does not read what release " + release + " wrote: "
                        + problem + "; give what is new a default, and keep or alias what is renamed"));
        if (contract.readByOlderReleases()) {
            problems(released, now)
                    .forEach(problem -> breaches.add("release " + release + " does not read this " + contract + ": "
                            + problem + "; keep what has no default there, or begin a topic .v2"));
        }
        return breaches;
    }

    private static List<String> problems(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(problem -> problem.getType() + " at " + problem.getLocation() + " (" + problem.getMessage() + ")")
                .toList();
    }
}
