package dev.twinwatch.sandbox.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.sandbox.registry.catalog.RefusedException;
import java.io.IOException;

/** What a client sent, as a JSON object; fields that this registry does not know are ignored. */
record RequestBody(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static RequestBody parse(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json == null || !json.isObject()) {
                throw RefusedException.badRequest("The body is not a JSON object");
            }
            return new RequestBody(json);
        } catch (IOException e) {
            throw RefusedException.badRequest("The body is not JSON: " + e.getMessage());
        }
    }

    /** The schema of a register, look-up or compatibility request. */
    String avroSchema() {
        String type = json.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw RefusedException.invalidSchema("Invalid schema type " + type + ": this registry stores AVRO only");
        }
        if (!json.path("references").isEmpty()) {
            throw RefusedException.invalidSchema(
                    "References are not supported: send the schema with its named types written out");
        }
        return text("schema");
    }

    /** The level of a request that sets one. */
    String compatibility() {
        return text("compatibility");
    }

    // A field that is absent reads as empty, which each user of it refuses with its own code.
    private String text(String field) {
        return json.path(field).asText("");
    }
}
