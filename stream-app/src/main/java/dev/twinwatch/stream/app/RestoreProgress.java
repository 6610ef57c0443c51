package dev.twinwatch.stream.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Which stores are being restored right now. */
final class RestoreProgress implements StateRestoreListener {
    private final Set<TopicPartition> open = ConcurrentHashMap.newKeySet();

    boolean restored() {
        return open.isEmpty();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        open.add(partition);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long restored) {
        // only start and end matter
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
