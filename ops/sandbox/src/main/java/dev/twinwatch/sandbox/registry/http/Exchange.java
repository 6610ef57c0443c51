package dev.twinwatch.sandbox.registry.http;

import dev.twinwatch.sandbox.registry.catalog.RefusedException;
import dev.twinwatch.sandbox.registry.catalog.VersionNumber;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.jspecify.annotations.Nullable;

/** One request and its answer, in the words of the API. */
record Exchange(Context request) {
    /** What answers an exchange. */
    interface Answerer {
        /** The body of the answer, as JSON writes it. */
        Object answer(Exchange exchange);
    }

    /**
     * One request at a time, so that ids and versions have no gaps; a client that sends slowly holds up no other.
     *
     * @param lock what the routes of one registry share
     */
    static Handler oneAtATime(Object lock, Answerer answerer) {
        return request -> {
            request.bodyAsBytes();
            synchronized (lock) {
                request.result(Answers.json(answerer.answer(new Exchange(request))));
            }
        };
    }

    String subject() {
        return request.pathParam("subject");
    }

    VersionNumber version() {
        return VersionNumber.parse(request.pathParam("version"));
    }

    int id() {
        String text = request.pathParam("id");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RefusedException.badRequest("'" + text + "' is no schema id: ids are whole numbers from 1");
        }
    }

    RequestBody body() {
        return RequestBody.parse(request.bodyAsBytes());
    }

    boolean flag(String parameter) {
        return Boolean.parseBoolean(request.queryParam(parameter));
    }

    String text(String parameter) {
        @Nullable String text = request.queryParam(parameter);
        return text == null ? "" : text;
    }
}
