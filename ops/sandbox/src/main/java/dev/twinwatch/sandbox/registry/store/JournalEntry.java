package dev.twinwatch.sandbox.registry.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.twinwatch.sandbox.registry.compatibility.CompatibilityLevel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One change of the registry, as one line of its file; a kind that is unknown is refused when the file is read. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Registered.class, name = "registered"),
    @JsonSubTypes.Type(value = JournalEntry.Deleted.class, name = "deleted"),
    @JsonSubTypes.Type(value = JournalEntry.LevelSet.class, name = "level"),
    @JsonSubTypes.Type(value = JournalEntry.ModeSet.class, name = "mode")
})
sealed interface JournalEntry {
    /** A subject got a version; references are absent in files that were written before there were any. */
    record Registered(
            String subject,
            int version,
            int id,
            String schema,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Reference> references)
            implements JournalEntry {
        // A line that was edited by hand can lack a field; Jackson would pass null.
        public Registered {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(schema, "schema");
        }

        SubjectVersion asVersion() {
            var stored = new StoredSchema(schema, references == null ? List.of() : references);
            return new SubjectVersion(subject, version, id, stored, false);
        }
    }

    /** A version was deleted: hidden, or forgotten for good. */
    record Deleted(String subject, int version, boolean permanent) implements JournalEntry {
        public Deleted {
            Objects.requireNonNull(subject, "subject");
        }
    }

    /** A compatibility level was set, or taken back if null; without a subject it is the global one. */
    record LevelSet(@Nullable String subject, @Nullable CompatibilityLevel level) implements JournalEntry {}

    /** A mode was set, or taken back if null; without a subject it is the global one. */
    record ModeSet(@Nullable String subject, @Nullable Mode mode) implements JournalEntry {}
}
