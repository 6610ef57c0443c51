package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.watch.Rates;
import dev.twinwatch.engine.watch.Watch;
import java.util.List;
import java.util.Optional;

/** All events of a source, by entity; those that were read from one stand in a store that closing gives back. */
public final class History implements AutoCloseable {
    private final List<EntityHistory> entities;
    private final long rows;
    private final String sha256;
    private final Overview overview;
    private final long backwards;
    private final Runnable release;

    /**
     * Of events in memory.
     *
     * @param entities in the order of their first events
     * @param rows events read
     * @param sha256 of all events in their order
     */
    public History(List<EntityHistory> entities, long rows, String sha256) {
        this(entities, rows, sha256, overviewOf(entities), 0, () -> {});
    }

    History(
            List<EntityHistory> entities,
            long rows,
            String sha256,
            Overview overview,
            long backwards,
            Runnable release) {
        this.entities = List.copyOf(entities);
        this.rows = rows;
        this.sha256 = sha256;
        this.overview = overview;
        this.backwards = backwards;
        this.release = release;
    }

    private static Overview overviewOf(List<EntityHistory> entities) {
        Overview overview = new Overview(List.of(), List.of());
        for (EntityHistory entity : entities) {
            for (Event event : entity.events()) {
                overview.look(event);
            }
        }
        return overview;
    }

    /** In the order of their first events. */
    public List<EntityHistory> entities() {
        return entities;
    }

    /** Events read, those that are not kept included. */
    public long rows() {
        return rows;
    }

    /** Of all events read, in their order. */
    public String sha256() {
        return sha256;
    }

    /** Earliest event time, or 0 without events. */
    public long from() {
        return overview.from();
    }

    /** Latest event time, or 0 without events. */
    public long to() {
        return overview.to();
    }

    /** What happens on a usual day; empty where the watch has no calendar or the events are of one day. */
    public Optional<Rates> rates(Watch watch) {
        return watch.hasCalendar() ? overview.usualDay() : Optional.empty();
    }

    /**
     * Paths of fields of the watch that no event has, in the order of the layout: a path that is misspelt looks like this in a
     * topic of JSON. Nothing is known of events that were in memory.
     */
    public List<String> missingFields() {
        return overview.missingFields();
    }

    /**
     * Events older than the one before of the same entity and sequence: rows are taken in their order all the same. 0 for events
     * that were in memory.
     */
    public long backwards() {
        return backwards;
    }

    @Override
    public void close() {
        release.run();
    }
}
