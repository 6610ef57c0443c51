package dev.twinwatch.retrainer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** {@code /metrics} and {@code /health/live} over HTTP, read only. */
final class MetricsServer implements AutoCloseable {
    private final HttpServer server;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    /** Listens there; port 0 takes a free one. Throws IllegalStateException where it cannot, with what to change. */
    static MetricsServer start(String host, int port, RetrainingMetrics metrics) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            server.createContext(
                    "/metrics",
                    exchange -> answer(exchange, "text/plain; version=0.0.4; charset=utf-8", metrics::scrape));
            server.createContext("/health/live", exchange -> answer(exchange, "text/plain", () -> "alive\n"));
            server.start();
            return new MetricsServer(server);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "retraining.http-port " + port + " on http.host " + host + " cannot be listened on ("
                            + e.getMessage() + "): stop what has it, or set another one, 0 for a free one",
                    e);
        }
    }

    private static void answer(HttpExchange exchange, String type, Supplier<String> text) throws IOException {
        try (exchange) {
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The port it listens on. */
    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
