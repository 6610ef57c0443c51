package dev.twinwatch.sandbox.registry.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** What a new version of a subject must be able to do with data of earlier versions, by the names of the API. */
public enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean everyVersion;

    CompatibilityLevel(boolean newReadsOld, boolean oldReadsNew, boolean everyVersion) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.everyVersion = everyVersion;
    }

    /** Empty if the API knows no level of this name. */
    public static Optional<CompatibilityLevel> named(String name) {
        for (CompatibilityLevel level : values()) {
            if (level.name().equals(name)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /**
     * What speaks against a new version; empty if it may be registered.
     *
     * @param earlier the versions so far, oldest first; a level that is not transitive looks only at the last
     */
    public List<String> problems(Schema candidate, List<Schema> earlier) {
        List<Schema> relevant =
                everyVersion || earlier.isEmpty() ? earlier : earlier.subList(earlier.size() - 1, earlier.size());
        return relevant.stream()
                .flatMap(old -> problemsBeside(candidate, old).stream())
                .toList();
    }

    private List<String> problemsBeside(Schema candidate, Schema old) {
        List<String> problems = new ArrayList<>();
        if (newReadsOld) {
            problems.addAll(new Reading("the new schema", candidate, "data of an earlier one", old).problems());
        }
        if (oldReadsNew) {
            problems.addAll(new Reading("an earlier schema", old, "data of the new one", candidate).problems());
        }
        return problems;
    }
}
