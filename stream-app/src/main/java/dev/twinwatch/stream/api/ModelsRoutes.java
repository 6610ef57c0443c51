package dev.twinwatch.stream.api;

import io.javalin.http.Context;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** {@code GET /api/models} and {@code GET /api/models/comparison}: what is published, and how the shadow does. */
final class ModelsRoutes {
    /** Each reads topics, which takes as long as Kafka takes; the rest of the API has to go on. */
    private static final int MOST_AT_A_TIME = 4;

    private final Page.Models models;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

    ModelsRoutes(Page.Models models) {
        this.models = models;
    }

    void published(Context context) throws InterruptedException {
        context.json(read(models::published));
    }

    void comparison(Context context) throws InterruptedException {
        context.json(read(models::comparison));
    }

    private <T> T read(Callable<T> reading) throws InterruptedException {
        if (!places.tryAcquire()) {
            throw new RefusedRequestException(503, "others wait for Kafka to tell the same: try again in a minute");
        }
        try {
            return reading.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new RefusedRequestException(503, "what is published cannot be read now: " + e.getMessage());
        } finally {
            places.release();
        }
    }
}
