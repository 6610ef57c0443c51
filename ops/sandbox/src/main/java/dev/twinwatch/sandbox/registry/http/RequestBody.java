package dev.twinwatch.sandbox.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.sandbox.registry.catalog.Candidate;
import dev.twinwatch.sandbox.registry.catalog.RefusedException;
import dev.twinwatch.sandbox.registry.store.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
    Candidate candidate(boolean normalize) {
        // Clients in some languages send null for what they leave out.
        String type = json.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") && !type.equals("null")) {
            throw RefusedException.invalidSchema("Invalid schema type " + type + ": this registry stores AVRO only");
        }
        List<Reference> references = new ArrayList<>();
        for (JsonNode reference : json.path("references")) {
            references.add(new Reference(
                    reference.path("name").asText(),
                    reference.path("subject").asText(),
                    reference.path("version").asInt()));
        }
        return new Candidate(text("schema"), references, normalize);
    }

    /** A number that another registry gave to what is sent; 0 if none came with it. */
    int given(String field) {
        return Math.max(0, json.path(field).asInt());
    }

    // A field that is absent reads as empty, which each user of it refuses with its own code.
    String text(String field) {
        return json.path(field).asText("");
    }
}
