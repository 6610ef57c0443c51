package dev.twinwatch.stream.app;

import dev.twinwatch.stream.dashboard.Status.Restore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Which stores are being restored right now, and how far. */
final class RestoreProgress implements StateRestoreListener {
    /** Offsets still to read, by partition of a changelog. */
    private final Map<TopicPartition, Restore> open = new ConcurrentHashMap<>();

    boolean restored() {
        return open.isEmpty();
    }

    /** Of all stores that are being restored; gaps in a changelog count as records, so this is no exact number. */
    Restore progress() {
        return open.values().stream()
                .reduce(new Restore(0, 0), (a, b) -> new Restore(a.done() + b.done(), a.total() + b.total()));
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        open.put(partition, new Restore(0, Math.max(0, end - start)));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long restored) {
        open.computeIfPresent(
                partition,
                (key, before) -> new Restore(Math.min(before.total(), before.done() + restored), before.total()));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        open.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long total) {
        open.remove(partition);
    }
}
