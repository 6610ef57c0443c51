package dev.twinwatch.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/** One question to the registry, before it is known which address will answer it. */
record Request(String method, String path, @Nullable String body) {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    static Request get(String path) {
        return new Request("GET", path, null);
    }

    /** A body of one text field. */
    static Request with(String method, String path, String field, String value) {
        return new Request(
                method,
                path,
                JsonNodeFactory.instance.objectNode().put(field, value).toString());
    }

    /** A subject as one segment of a path. */
    static String segment(String subject) {
        return URLEncoder.encode(subject, UTF_8).replace("+", "%20");
    }

    /** The path is appended: resolving it would lose the path that the address itself may have. */
    HttpRequest to(URI address, @Nullable Credentials credentials) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", CONTENT_TYPE + ", application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", CONTENT_TYPE);
        }
        if (credentials != null) {
            request.header("Authorization", credentials.header());
        }
        return request.build();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
