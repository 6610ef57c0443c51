package dev.twinwatch.stream.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.json.JavalinJackson;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Health and metrics over HTTP: {@code /health/live}, {@code /health/ready}, {@code /metrics}. */
public final class HttpApi implements AutoCloseable {
    private static final long MOST_REQUEST_BYTES = 64 << 10;

    private final Javalin server;

    /** Answers from these; does not listen yet. */
    public HttpApi(Supplier<Health> health, PrometheusMeterRegistry metrics) {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = MOST_REQUEST_BYTES;
            config.jsonMapper(new JavalinJackson());
            config.routes.get("/health/live", context -> answer(context, health.get(), Health::live));
            config.routes.get("/health/ready", context -> answer(context, health.get(), Health::ready));
            config.routes.get(
                    "/metrics",
                    context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                            .result(metrics.scrape()));
        });
    }

    private static void answer(Context context, Health health, Predicate<Health> well) {
        context.status(well.test(health) ? 200 : 503).json(health);
    }

    /** Listens there; port 0 takes a free one. Throws IllegalStateException where it cannot, with what to change. */
    public void start(String host, int port) {
        try {
            server.start(host, port);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "http.port " + port + " on http.host " + host + " cannot be listened on (" + e.getMessage()
                            + "): stop what has it, or set another http.port, 0 for a free one",
                    e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
