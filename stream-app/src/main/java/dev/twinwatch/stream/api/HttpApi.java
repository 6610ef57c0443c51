package dev.twinwatch.stream.api;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The service over HTTP: {@code /health/live}, {@code /health/ready}, {@code /metrics}, the page at {@code /}, and what the
 * page uses: {@code /api/alerts}, {@code /api/reviews}, {@code /api/status}, {@code /api/stream}, {@code /api/feedback},
 * {@code /api/models}.
 */
public final class HttpApi implements AutoCloseable {
    private static final long MOST_REQUEST_BYTES = 64 << 10;
    private static final int USUAL_ROWS = 100;

    private final Javalin server;
    private final AlertStream stream;

    /** Answers from these; does not listen yet. */
    public HttpApi(Supplier<Health> health, PrometheusMeterRegistry metrics, Page page) {
        this.stream = new AlertStream(page);
        ModelsRoutes models = new ModelsRoutes(page.models());
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = MOST_REQUEST_BYTES;
            config.jsonMapper(new JavalinJackson());
            config.routes.before(new BrowserGuard(page.names()));
            config.routes.get("/health/live", context -> answer(context, health.get(), Health::live));
            config.routes.get("/health/ready", context -> answer(context, health.get(), Health::ready));
            config.routes.get(
                    "/metrics",
                    context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                            .result(metrics.scrape()));
            config.staticFiles.add("/page", Location.CLASSPATH);
            config.routes.get("/api/alerts", context -> alerts(context, page));
            config.routes.get(
                    "/api/reviews", context -> context.json(page.reviews().newest()));
            config.routes.get(
                    "/api/status", context -> context.json(page.status().get()));
            config.routes.before("/api/stream", stream::admit);
            config.routes.get("/api/stream", stream::serve);
            config.routes.post("/api/feedback", new FeedbackRoute(page));
            config.routes.get("/api/models", models::published);
            config.routes.get("/api/models/comparison", models::comparison);
            config.routes.post("/api/models", new ModelChangeRoute(page.models()));
            config.routes.exception(
                    RefusedRequestException.class,
                    (refused, context) -> context.status(refused.status()).json(refused.refusal()));
        });
    }

    private static void answer(Context context, Health health, Predicate<Health> well) {
        context.status(well.test(health) ? 200 : 503).json(health);
    }

    private static void alerts(Context context, Page page) {
        String limit = context.queryParam("limit");
        int rows = limit == null ? USUAL_ROWS : limit.matches("[0-9]{1,6}") ? Integer.parseInt(limit) : 0;
        String sort = context.queryParam("sort");
        boolean byRisk = "risk".equals(sort);
        if (rows == 0) {
            context.status(400).json(new Refusal("`limit` is " + limit + ", expected a number of rows over 0"));
        } else if (sort != null && !byRisk && !sort.equals("time")) {
            context.status(400).json(new Refusal("`sort` is " + sort + ", expected time or risk"));
        } else {
            context.json(byRisk ? page.recent().mostAtRisk(rows) : page.recent().newest(rows));
        }
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
        stream.close();
        server.stop();
    }
}
