package dev.twinwatch.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Calls the registry as any HTTP client would. */
record Caller(String url) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One answer: the status, the content type and the body. */
    record Answer(int status, String contentType, JsonNode json) {
        void isRefused(int expectedStatus, int expectedCode) {
            assertThat(json.path("error_code").asInt()).as("code of %s", this).isEqualTo(expectedCode);
            assertThat(status).isEqualTo(expectedStatus);
            assertThat(json.path("message").asText()).isNotBlank();
            assertThat(contentType).startsWith("application/vnd.schemaregistry.v1+json");
        }

        void is(String expected) {
            assertThat(json).hasToString(expected);
            assertThat(status).isEqualTo(200);
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    Answer postSchema(String path, String schema) throws IOException, InterruptedException {
        return post(path, BodyPublishers.ofString(JSON.writeValueAsString(Map.of("schema", schema))));
    }

    Answer putLevel(String path, String level) throws IOException, InterruptedException {
        return send("PUT", path, BodyPublishers.ofString("{\"compatibility\":\"" + level + "\"}"));
    }

    Answer put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", path, BodyPublishers.ofString(body));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    private Answer send(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, body)
                .build();
        HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse("(none)"),
                JSON.readTree(response.body()));
    }
}
