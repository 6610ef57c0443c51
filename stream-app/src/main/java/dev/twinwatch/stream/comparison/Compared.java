package dev.twinwatch.stream.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Two models over the same events.
 *
 * @param events that both scored
 * @param from time of the oldest of them; null where the watch has no time
 * @param to time of the newest of them; null where the watch has no time
 * @param live the model that decides
 * @param shadow the model that scores along
 * @param later of the stories that both have, by how many scored events of the entity the shadow's alert opened later, smallest first
 * @param frauds events and alerts among these events that people called FRAUD
 * @param legitimates events and alerts among these events that people called LEGITIMATE
 */
public record Compared(
        long events,
        @Nullable Instant from,
        @Nullable Instant to,
        OfModel live,
        OfModel shadow,
        List<Long> later,
        long frauds,
        long legitimates) {

    /**
     * What one of them did.
     *
     * @param version SHA-256 of its bundle
     * @param flagged events over its limit
     * @param alerts that it opened
     * @param alone those of a story that the other one has not
     * @param frauds called so where it had an alert
     * @param legitimates called so where it had an alert
     */
    public record OfModel(
            String version, long flagged, int alerts, List<ComparedAlert> alone, long frauds, long legitimates) {}

    /** Days between the oldest and the newest event; empty where the watch has no time or all are of one moment. */
    public OptionalDouble days() {
        if (from == null || to == null || !to.isAfter(from)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Duration.between(from, to).toMillis()
                / (double) Duration.ofDays(1).toMillis());
    }

    /** Stories that both have. */
    public int both() {
        return later.size();
    }

    /** Median of {@link #later}; empty where there is no such story. */
    public OptionalDouble medianLater() {
        if (later.isEmpty()) {
            return OptionalDouble.empty();
        }
        int half = later.size() / 2;
        return OptionalDouble.of(
                later.size() % 2 == 1 ? later.get(half) : (later.get(half - 1) + later.get(half)) / 2.0);
    }
}
