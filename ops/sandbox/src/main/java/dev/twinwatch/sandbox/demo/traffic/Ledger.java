package dev.twinwatch.sandbox.demo.traffic;

import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Which events are on their way, and what became of the others: each has one outcome, or the demo fails.
 *
 * <p>Only so many are on their way at a time, else latency would be the time that events wait behind each other.
 */
public final class Ledger {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int PATIENCE_SECONDS = 60;
    private static final long EARLIER = Long.MIN_VALUE;

    /** By event id: when it was sent, {@link #EARLIER} for what an earlier run sent. */
    private final Map<String, Long> onTheirWay = new ConcurrentHashMap<>();

    private final Set<String> alertsToCome = ConcurrentHashMap.newKeySet();
    private final Set<String> alertsSeen = ConcurrentHashMap.newKeySet();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Histogram latency = new Histogram(LONGEST_NANOS, 3);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final int mostAtATime;
    private final Semaphore free;

    /** Nothing sent yet. */
    public Ledger(int mostAtATime) {
        this.mostAtATime = mostAtATime;
        this.free = new Semaphore(mostAtATime);
    }

    /** An earlier run of the demo sent it; its outcome is awaited like any other, and says nothing about latency. */
    public void sentEarlier(String eventId) {
        onTheirWay.put(eventId, EARLIER);
    }

    /** Waits until one more may be sent, and counts it as sent now. */
    void sending(String eventId) throws InterruptedException {
        await(1);
        if (onTheirWay.put(eventId, System.nanoTime()) != null) {
            throw new IllegalStateException(
                    "event " + eventId + " is there twice: ids must be unique in a watch, correct the source");
        }
    }

    /** Waits until everything has its outcome, and every alert that outcomes speak of was read. */
    public void awaitAll() throws InterruptedException {
        await(mostAtATime);
        free.release(mostAtATime);
        awaitEarlier();
        awaitAlerts();
    }

    /** What an earlier run sent takes no permits: all of it is on its way at once. */
    private synchronized void awaitEarlier() throws InterruptedException {
        int before = onTheirWay.size();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onTheirWay.isEmpty()) {
            refuseFailure();
            if (onTheirWay.size() < before) {
                before = onTheirWay.size();
                end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw without(before);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** A transaction shows on one partition a moment before it shows on another. */
    private synchronized void awaitAlerts() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!alertsSeen.containsAll(alertsToCome)) {
            refuseFailure();
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException("outcomes speak of alerts that were not written in " + PATIENCE_SECONDS
                        + " s: look for the reason in the log");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private void await(int permits) throws InterruptedException {
        int before = onTheirWay.size();
        while (!free.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            refuseFailure();
            int now = onTheirWay.size();
            if (now == before) {
                throw without(now);
            }
            before = now;
        }
        refuseFailure();
    }

    private static IllegalStateException without(int outcomes) {
        return new IllegalStateException(
                outcomes + " events had no outcome in " + PATIENCE_SECONDS + " s: look for the reason in the log");
    }

    private void refuseFailure() {
        Throwable found = failure.get();
        if (found != null) {
            throw new IllegalStateException("outcomes cannot be read any more: " + found.getMessage(), found);
        }
    }

    /** What became of an event. */
    void outcome(Score score) {
        Long sent = onTheirWay.get(score.getEventId());
        if (sent == null) {
            failed(new IllegalStateException("event " + score.getEventId() + " has an outcome (" + score.getOutcome()
                    + ") and was not on its way: it was counted before, or something else writes to the topic"));
            return;
        }
        outcomes.merge(score.getOutcome(), 1L, Long::sum);
        if (score.getAlertId() != null) {
            alertsToCome.add(score.getAlertId());
        }
        if (sent != EARLIER) {
            latency.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - sent));
        }
        // Last, since whoever waits for it then reads the rest.
        onTheirWay.remove(score.getEventId());
        if (sent != EARLIER) {
            free.release();
        } else if (onTheirWay.isEmpty()) {
            wakeUp();
        }
    }

    private synchronized void wakeUp() {
        notifyAll();
    }

    /** An alert was read. */
    synchronized void alert(String alertId) {
        alertsSeen.add(alertId);
        notifyAll();
    }

    /** Outcomes are no longer read. */
    synchronized void failed(Throwable reason) {
        failure.compareAndSet(null, reason);
        free.release(mostAtATime);
        notifyAll();
    }

    /** How many of each outcome; for after {@link #awaitAll}. */
    public Map<Outcome, Long> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** How many events have their outcome; for after {@link #awaitAll}, or when outcomes are no longer read. */
    public long judged() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Milliseconds from sending to reading the committed outcome, of so many percent of the events at most. */
    public double latencyMillis(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e6;
    }
}
