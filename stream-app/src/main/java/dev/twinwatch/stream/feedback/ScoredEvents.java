package dev.twinwatch.stream.feedback;

import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the events that labels name among the scores, of which it keeps only those. */
final class ScoredEvents {
    /** A longer time is a mistake, or a whole account: nobody means each of its events. */
    static final int MOST_IN_A_TIME = 10_000;

    private final Map<String, List<Found>> byId = new HashMap<>();
    private final Map<String, Map<Span, List<Found>>> byTime = new HashMap<>();

    /** An event that has a score. */
    record Found(String entity, String id, @Nullable Instant time) {}

    private record Span(long from, long to) {
        boolean holds(Instant time) {
            long micros = time.toEpochMilli() * 1_000;
            // Scores have milliseconds: an event of the same millisecond as an end belongs to it
            return micros + 999 >= from && micros <= to;
        }
    }

    /** Notes what a row needs to know. */
    void want(LabelRow row) {
        if (row.eventId() != null) {
            byId.putIfAbsent(row.eventId(), new ArrayList<>(1));
        } else if (row.entity() != null) {
            byTime.computeIfAbsent(row.entity(), entity -> new HashMap<>())
                    .putIfAbsent(new Span(row.from(), row.to()), new ArrayList<>());
        }
    }

    boolean wantsAny() {
        return !byId.isEmpty() || !byTime.isEmpty();
    }

    /** Looks at the next score. */
    void take(Score score) {
        String entity = score.getEntity();
        // the first of two with one id is the event
        if (entity == null || score.getOutcome() == Outcome.DUPLICATE) {
            return;
        }
        Found found = new Found(entity, score.getEventId(), score.getEventTime());
        List<Found> named = byId.get(score.getEventId());
        if (named != null) {
            // of one entity the newest counts, as feedback by the id of an event means the newest
            named.removeIf(other -> other.entity().equals(entity));
            named.add(found);
        }
        Instant time = score.getEventTime();
        if (time != null) {
            byTime.getOrDefault(entity, Map.of()).forEach((span, events) -> {
                if (span.holds(time) && events.size() <= MOST_IN_A_TIME) {
                    events.add(found);
                }
            });
        }
    }

    /**
     * The events of a row.
     *
     * @throws IllegalArgumentException with what is wrong, to be read behind its line, where none is found or it is not one
     */
    List<Found> of(LabelRow row) {
        if (row.eventId() != null) {
            return List.of(named(row.eventId(), row.entity()));
        }
        List<Found> found = byTime.getOrDefault(String.valueOf(row.entity()), Map.of())
                .getOrDefault(new Span(row.from(), row.to()), List.of());
        if (found.isEmpty() || found.size() > MOST_IN_A_TIME) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "names a time in which " + row.entity() + " has no event on the topic of scores"
                            : "names a time in which " + row.entity() + " has more than " + MOST_IN_A_TIME
                                    + " events: split it");
        }
        return List.copyOf(found);
    }

    private Found named(String id, @Nullable String entity) {
        List<Found> found = byId.getOrDefault(id, List.of()).stream()
                .filter(event -> entity == null || event.entity().equals(entity))
                .toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("names event " + id + ", which "
                    + String.join(
                            " and ", found.stream().map(Found::entity).sorted().toList())
                    + " have: say in a column entity whose it is");
        }
        if (found.isEmpty() && entity == null) {
            throw new IllegalArgumentException(
                    "names event " + id + ", which is not on the topic of scores: say in a column entity whose it is");
        }
        return found.isEmpty() ? new Found(String.valueOf(entity), id, null) : found.get(0);
    }
}
