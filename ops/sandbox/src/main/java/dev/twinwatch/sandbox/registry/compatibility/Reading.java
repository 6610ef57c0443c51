package dev.twinwatch.sandbox.registry.compatibility;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** One schema reading data that another one wrote, judged by Avro's own rules. */
record Reading(String readerName, Schema reader, String dataName, Schema writer) {
    /** Why it would fail, one sentence for each place; empty if it works. */
    List<String> problems() {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(problem -> readerName + " cannot read " + dataName + " at " + problem.getLocation() + ": "
                        + problem.getType() + ", " + problem.getMessage())
                .toList();
    }
}
