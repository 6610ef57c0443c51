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
        awaitAlerts();
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
                throw new IllegalStateException(
                        now + " events had no outcome in " + PATIENCE_SECONDS + " s: look for the reason in the log");
            }
            before = now;
        }
        refuseFailure();
    }

    private void refuseFailure() {
        Throwable found = failure.get();
        if (found != null) {
            throw new IllegalStateException("outcomes cannot be read any more: " + found.getMessage(), found);
        }
    }

    /** What became of an event. */
    void outcome(Score score) {
        Long sent = onTheirWay.remove(score.getEventId());
        if (sent == null) {
            failed(new IllegalStateException("event " + score.getEventId() + " has an outcome (" + score.getOutcome()
                    + ") and was not on its way: it was counted before, or something else writes to the topic"));
            return;
        }
        latency.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - sent));
        outcomes.merge(score.getOutcome(), 1L, Long::sum);
        if (score.getAlertId() != null) {
            alertsToCome.add(score.getAlertId());
        }
        free.release();
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

    /** Milliseconds from sending to reading the committed outcome, of so many percent of the events at most. */
    public double latencyMillis(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e6;
    }
}
