package dev.twinwatch.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** The REST API of a registry in this JVM; answers that a test queues come before its own. */
public final class RegistryServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** What a client sent. */
    record Seen(String line, String body, String contentType, String authorization) {}

    private record Canned(int status, String body, String retryAfter) {
        Canned(int status, String body) {
            this(status, body, "");
        }
    }

    final InMemorySchemaRegistry schemas = new InMemorySchemaRegistry();
    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Queue<Canned> canned = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private final String path;

    private RegistryServer(HttpServer server, String path) {
        this.server = server;
        this.path = path;
    }

    /** Starts one whose API is below this path, which is empty or starts with a slash. */
    public static RegistryServer below(String path) throws IOException {
        return started(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), path);
    }

    /** Starts one that speaks https and asks its clients who they are. */
    static RegistryServer over(SSLContext tls) throws IOException {
        var https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                var asked = tls.getDefaultSSLParameters();
                asked.setNeedClientAuth(true);
                parameters.setSSLParameters(asked);
            }
        });
        return started(https, "");
    }

    private static RegistryServer started(HttpServer http, String path) {
        var server = new RegistryServer(http, path);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    RegistryServer answering(int status, String body) {
        canned.add(new Canned(status, body));
        return this;
    }

    RegistryServer askingForPatience(int status, String retryAfter) {
        canned.add(new Canned(status, "busy", retryAfter));
        return this;
    }

    public String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://localhost:"
                + server.getAddress().getPort() + path;
    }

    List<String> lines() {
        return seen.stream().map(Seen::line).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        seen.add(new Seen(
                line,
                body,
                String.valueOf(headers.getFirst("Content-Type")),
                String.valueOf(headers.getFirst("Authorization"))));
        var next = canned.poll();
        var answer = next != null ? next : answer(line, body);
        var bytes = answer.body().getBytes(UTF_8);
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Canned answer(String line, String body) throws IOException {
        try {
            return new Canned(
                    200,
                    content(line.replaceFirst(" " + path, " "), JSON.readTree(body))
                            .toString());
        } catch (UnknownSchemaException e) {
            return new Canned(404, error(40403, e));
        } catch (RegistryRefusedException e) {
            return new Canned(409, error(409, e));
        } catch (IllegalStateException e) {
            return new Canned(404, "<html>nothing here</html>");
        }
    }

    private ObjectNode content(String line, JsonNode body) {
        var part = line.split("[ /?]+", -1);
        var answer = JsonNodeFactory.instance.objectNode();
        if (line.startsWith("GET /schemas/ids/")) {
            var schema = schemas.schemaById(Integer.parseInt(part[3]));
            return answer.put("schema", schema.toString());
        } else if (line.startsWith("GET /config/")) {
            return answer.put(
                    "compatibilityLevel", schemas.compatibilityOf(part[2]).name());
        } else if (line.startsWith("PUT /config/")) {
            schemas.setCompatibility(
                    part[2], Compatibility.valueOf(body.path("compatibility").asText()));
            return answer.put("compatibility", body.path("compatibility").asText());
        } else if (line.startsWith("POST /subjects/") && part.length == 4) {
            return answer.put(
                    "id",
                    schemas.register(
                            part[2], PortableSchema.parse(body.path("schema").asText())));
        } else if (line.startsWith("POST /subjects/") && part.length == 3) {
            return answer.put(
                    "id",
                    schemas.idOf(
                            part[2], PortableSchema.parse(body.path("schema").asText())));
        } else if (line.startsWith("GET /subjects/") && line.endsWith("/versions/latest")) {
            var latest = schemas.latest(part[2]);
            return answer.put("id", latest.id())
                    .put("version", latest.version())
                    .put("schema", latest.schema().toString());
        }
        throw new IllegalStateException(line);
    }

    private static String error(int code, Exception cause) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("error_code", code)
                .put("message", cause.getMessage())
                .toString();
    }
}
