package dev.twinwatch.sandbox.registry.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.twinwatch.sandbox.registry.compatibility.CompatibilityLevel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One change of the registry, as one line of its file; a kind that is unknown is refused when the file is read. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Registered.class, name = "registered"),
    @JsonSubTypes.Type(value = JournalEntry.LevelSet.class, name = "level")
})
sealed interface JournalEntry {
    /** A subject got a version. */
    record Registered(String subject, int version, int id, String schema) implements JournalEntry {
        // A line that was edited by hand can lack a field; Jackson would pass null.
        public Registered {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(schema, "schema");
        }
    }

    /** A compatibility level was set, for one subject or, if that is null, for all that have none of their own. */
    record LevelSet(@Nullable String subject, CompatibilityLevel level) implements JournalEntry {
        public LevelSet {
            Objects.requireNonNull(level, "level");
        }
    }
}
