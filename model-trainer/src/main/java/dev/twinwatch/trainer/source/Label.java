package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.cases.Finding;
import java.util.OptionalLong;

/**
 * What somebody knows about one event or about a stretch of events of one entity.
 *
 * @param entity whose events
 * @param eventId id of the one event; empty: the stretch counts
 * @param from first time of the stretch, inclusive, as the engine counts: microseconds since 1970, or positions
 * @param to last time of the stretch, inclusive
 * @param kind what is known
 * @param knownAt when it became known, in the same unit; empty: always known
 */
public record Label(String entity, String eventId, long from, long to, Kind kind, OptionalLong knownAt) {
    /** The two things that can be known. */
    public enum Kind {
        /** Not the entity's own doing, or meant to deceive. */
        FRAUD,
        /** Looked at and fine. */
        LEGITIMATE
    }

    /** What it says of an event at a time; where it does not say since when it is known, it is from the event on. */
    public Finding of(long eventTime) {
        return new Finding(eventTime, knownAt.orElse(eventTime), kind == Kind.FRAUD);
    }

    /** Whether it speaks of an event of this entity. */
    public boolean covers(String ofEntity, String id, long time) {
        if (!entity.equals(ofEntity)) {
            return false;
        }
        return eventId.isEmpty() ? from <= time && time <= to : eventId.equals(id);
    }
}
