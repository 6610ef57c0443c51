package dev.twinwatch.stream.feedback;

import dev.twinwatch.contracts.Label;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file of labels: about one event, or about all events of an entity in a time.
 *
 * @param entity whose it is; null where only the event is named
 * @param eventId which event; null where a time is given
 * @param from first moment, in microseconds since 1970; 0 where an event is named
 * @param to last moment, likewise
 * @param label what was found out
 * @param knownAt when; null where the row does not say
 * @param eventTime when the event happened; null where the row does not say
 * @param values of the event by the paths of its fields
 */
record LabelRow(
        @Nullable String entity,
        @Nullable String eventId,
        long from,
        long to,
        Label label,
        @Nullable Instant knownAt,
        @Nullable Instant eventTime,
        Map<String, String> values) {

    /**
     * Whether the scores must be asked: whose event it is, which events there are in the time, or when it was, by which references
     * are taken out after a fraud and values count.
     *
     * @param haveTimes whether events of the watch have times
     */
    boolean needsScores(boolean haveTimes) {
        return entity == null
                || eventId == null
                || (haveTimes && eventTime == null && (label == Label.FRAUD || !values.isEmpty()));
    }
}
