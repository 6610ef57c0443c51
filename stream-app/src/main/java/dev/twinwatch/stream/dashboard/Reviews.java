package dev.twinwatch.stream.dashboard;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events below the limit that this instance offered for review since its start and that nobody has spoken of yet; bounded,
 * and safe for many threads.
 */
public final class Reviews {
    private final Map<Key, Row> rows;

    private record Key(String entity, String event) {}

    /**
     * One event as a person sees it. Texts come from events, so whoever shows them must not take them for markup.
     *
     * @param event its id
     * @param entity whose it is
     * @param time when it happened, milliseconds since 1970-01-01 UTC; null where the watch has no calendar
     * @param evidence log likelihood ratio, no unit
     * @param limit above which it would have raised an alert, no unit
     */
    public record Row(String event, String entity, @Nullable Long time, double evidence, double limit) {}

    /** Keeps so many, at least 1; for more, the oldest go. */
    public Reviews(int most) {
        this.rows = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Row> eldest) {
                return size() > most;
            }
        };
    }

    /** Takes one that is offered; the same again changes nothing. */
    public synchronized void take(Score score) {
        String entity = score.getEntity();
        Double evidence = score.getEvidence();
        Double limit = score.getLimit();
        if (entity != null && evidence != null && limit != null) {
            Long time =
                    score.getEventTime() == null ? null : score.getEventTime().toEpochMilli();
            rows.putIfAbsent(
                    new Key(entity, score.getEventId()), new Row(score.getEventId(), entity, time, evidence, limit));
        }
    }

    /** Somebody spoke of an event: it need not be asked about any more. */
    public synchronized void take(Feedback feedback) {
        String event = feedback.getEventId();
        if (event != null) {
            rows.remove(new Key(feedback.getEntity(), event));
        }
    }

    /** All of them, the newest first. */
    public synchronized List<Row> newest() {
        List<Row> newest = new ArrayList<>(rows.values());
        Collections.reverse(newest);
        return newest;
    }
}
