package dev.twinwatch.sandbox.registry.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.sandbox.registry.compatibility.CompatibilityLevel;
import dev.twinwatch.sandbox.registry.store.Mode;
import dev.twinwatch.sandbox.registry.store.Reference;
import dev.twinwatch.sandbox.registry.store.StoredSchema;
import dev.twinwatch.sandbox.registry.store.SubjectVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that the registry answers with, by the field names of Confluent's API. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    record Id(int id) {}

    record SchemaOnly(
            String schema,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reference> references) {
        static SchemaOnly of(StoredSchema stored) {
            return new SchemaOnly(stored.text(), stored.references());
        }
    }

    record Version(
            String subject,
            int version,
            int id,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reference> references,
            String schema) {
        static Version of(SubjectVersion found) {
            StoredSchema stored = found.schema();
            return new Version(found.subject(), found.version(), found.id(), stored.references(), stored.text());
        }
    }

    record VersionOnly(String subject, int version) {}

    /** The two forms of one fact: the answer to a question names it otherwise than the answer to a change. */
    record LevelIs(CompatibilityLevel compatibilityLevel) {}

    record LevelSet(CompatibilityLevel compatibility) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Compatible(
            @JsonProperty("is_compatible") boolean compatible,
            @Nullable List<String> messages) {}

    record ModeIs(Mode mode) {}

    /** A text that is JSON already. */
    record Raw(@JsonValue @JsonRawValue String json) {}

    record Refusal(@JsonProperty("error_code") int code, String message) {}

    static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer " + body + " cannot be written as JSON: correct its record", e);
        }
    }
}
