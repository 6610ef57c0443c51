package dev.twinwatch.stream.comparison;

import dev.twinwatch.contracts.Score;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert of one of the models.
 *
 * @param id its id
 * @param entity whose it is
 * @param event id of its first event
 * @param time of that event; null where the watch has no time
 * @param number which scored event of the entity that was, from 1
 * @param peak highest evidence so far, no unit
 */
public record ComparedAlert(
        String id, String entity, String event, @Nullable Instant time, long number, double peak) {
    static ComparedAlert first(String id, Score score, long number, double evidence) {
        return new ComparedAlert(
                id, String.valueOf(score.getEntity()), score.getEventId(), score.getEventTime(), number, evidence);
    }

    ComparedAlert and(double evidence) {
        return new ComparedAlert(id, entity, event, time, number, Math.max(peak, evidence));
    }
}
