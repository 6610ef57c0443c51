package dev.twinwatch.sandbox.registry.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.sandbox.registry.compatibility.CompatibilityLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that the registry answers with, by the field names of Confluent's API. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    record Id(int id) {}

    record SchemaOnly(String schema) {}

    /** The two forms of one fact: the answer to a question names it otherwise than the answer to a change. */
    record LevelIs(CompatibilityLevel compatibilityLevel) {}

    record LevelSet(CompatibilityLevel compatibility) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Compatible(
            @JsonProperty("is_compatible") boolean compatible,
            @Nullable List<String> messages) {}

    record Mode(String mode) {}

    record Refusal(@JsonProperty("error_code") int code, String message) {}

    static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer " + body + " cannot be written as JSON: correct its record", e);
        }
    }
}
