package dev.twinwatch.sandbox.registry.http;

import dev.twinwatch.sandbox.registry.catalog.RefusedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How each failure is told to the client: always as JSON with a code and a message, never as a page. */
public final class RefusalRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalRoutes.class);
    private static final int STORE_FAILED = 50001;

    private RefusalRoutes() {}

    /** Adds the handlers to a server that is being configured. */
    public static void addTo(RoutesConfig routes) {
        routes.exception(RefusedException.class, (e, request) -> answer(request, e.status(), e.code(), e.getMessage()));
        routes.exception(
                HttpResponseException.class,
                (e, request) ->
                        answer(request, e.getStatus(), e.getStatus(), "HTTP " + e.getStatus() + " " + e.getMessage()));
        routes.exception(UncheckedIOException.class, (e, request) -> {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            answer(request, 500, STORE_FAILED, e.getMessage());
        });
        routes.exception(Exception.class, (e, request) -> {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            answer(request, 500, 500, "Internal Server Error: see the log of the registry");
        });
    }

    private static void answer(Context request, int status, int code, @Nullable String message) {
        request.status(status).result(Answers.json(new Answers.Refusal(code, String.valueOf(message))));
    }
}
