package dev.twinwatch.stream.dashboard;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.TrustedContracts;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The stories that opened last, one row for each, with what people said of them; bounded, and safe for many threads.
 *
 * <p>Rows are numbered by their last change, so whoever saw all up to some number needs only the rows with a higher one. The
 * numbers hold for one {@link #epoch}: another process counts anew.
 */
public final class RecentAlerts {
    static {
        // Avro copies only what it trusts.
        TrustedContracts.allow();
    }

    /** The newest opening first; the id decides among equals, so that every instance has the same order. */
    private static final Comparator<Story> NEWEST_FIRST = Comparator.comparingLong(Story::openedAt)
            .thenComparing(story -> story.alert.getAlertId())
            .reversed();
    /** Those of which nothing is known to be at risk come last. */
    private static final Comparator<Story> MOST_AT_RISK_FIRST =
            Comparator.comparingDouble(Story::atRisk).reversed().thenComparing(NEWEST_FIRST);

    private final int most;
    private final String epoch = UUID.randomUUID().toString();
    private final Map<String, Story> stories = new HashMap<>();
    /** By id of the alert; kept for more alerts than are shown, since the two topics are read in no common order. */
    private final Map<String, AlertRow.Said> said;

    private long changes;
    private boolean complete;

    /** Keeps so many stories, at least 1. */
    public RecentAlerts(int most) {
        this.most = most;
        int mostSaid = 4 * most;
        this.said = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, AlertRow.Said> eldest) {
                return size() > mostSaid;
            }
        };
    }

    /** @param openedAt orders the stories; milliseconds */
    private record Story(Alert alert, long openedAt, long change) {
        double atRisk() {
            Double value = alert.getValueAtRisk();
            return value == null ? Double.NEGATIVE_INFINITY : value;
        }
    }

    /**
     * Takes the next record of a story; it replaces what was known of it, but for the reasons where it closes without any.
     *
     * @param writtenAt timestamp of the record, for watches without a calendar; milliseconds
     */
    public synchronized void take(Alert alert, long writtenAt) {
        Story before = stories.get(alert.getAlertId());
        long openedAt = alert.getOpeningEvent().getEventTime() != null
                ? alert.getOpeningEvent().getEventTime().toEpochMilli()
                : before != null ? before.openedAt : writtenAt;
        Alert told = before == null ? alert : withReasons(alert, before.alert);
        stories.put(alert.getAlertId(), new Story(told, openedAt, ++changes));
        if (stories.size() > most) {
            Story oldest = stories.values().stream().max(NEWEST_FIRST).orElseThrow();
            stories.remove(oldest.alert.getAlertId());
        }
        notifyAll();
    }

    /** People answer stories that are over, too, and need to know why they were told. */
    private static Alert withReasons(Alert now, Alert before) {
        if (now.getState() != AlertState.CLOSED || !now.getReasons().isEmpty()) {
            return now;
        }
        return Alert.newBuilder(now)
                .setReasons(before.getReasons())
                .setNearestReference(before.getNearestReference())
                .setNearestEntity(before.getNearestEntity())
                .setNearestCase(before.getNearestCase())
                .setAmount(before.getAmount())
                .setValueAtRisk(before.getValueAtRisk())
                .build();
    }

    /** Takes what somebody said; what speaks of no alert is not shown. */
    public synchronized void take(Feedback feedback) {
        String id = feedback.getAlertId();
        if (id == null) {
            return;
        }
        // Taken out first, so that what was said last is forgotten last.
        said.remove(id);
        said.put(id, AlertRow.Said.of(feedback));
        stories.computeIfPresent(id, (key, story) -> new Story(story.alert, story.openedAt, ++changes));
        notifyAll();
    }

    /** All that was on the topics at the start has been taken. */
    public synchronized void complete() {
        complete = true;
        notifyAll();
    }

    /** Whether all that was on the topics at the start is here. */
    public synchronized boolean isComplete() {
        return complete;
    }

    /** Which count of changes this is. */
    public String epoch() {
        return epoch;
    }

    /** At most so many rows, the newest opening first. */
    public synchronized List<AlertRow> newest(int limit) {
        return first(limit, NEWEST_FIRST);
    }

    /** At most so many rows, the one with the most at risk first; the newest first where the watch names no amount. */
    public synchronized List<AlertRow> mostAtRisk(int limit) {
        return first(limit, MOST_AT_RISK_FIRST);
    }

    private List<AlertRow> first(int limit, Comparator<Story> order) {
        return stories.values().stream()
                .sorted(order)
                .limit(limit)
                .map(this::row)
                .toList();
    }

    /** The rows that changed after this number, in the order of their changes; 0 for all. */
    public synchronized Changes changedAfter(long change) {
        List<AlertRow> rows = stories.values().stream()
                .filter(story -> story.change > change)
                .sorted(Comparator.comparingLong(Story::change))
                .map(this::row)
                .toList();
        return new Changes(rows, changes);
    }

    /**
     * Rows that changed.
     *
     * @param upTo number of the last change that they are complete to; it has no row where its story was forgotten since
     */
    public record Changes(List<AlertRow> rows, long upTo) {}

    /** The last record of a story, if it is still here. */
    public synchronized Optional<Alert> alert(String id) {
        return Optional.ofNullable(stories.get(id)).map(Story::alert);
    }

    /** Waits until there is a change after this number, or that time is over. */
    public synchronized void awaitChangeAfter(long change, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toMillis();
        while (changes <= change && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }

    private AlertRow row(Story story) {
        AlertRow.@Nullable Said words = said.get(story.alert.getAlertId());
        return AlertRow.of(story.alert, words, story.openedAt, story.change);
    }
}
