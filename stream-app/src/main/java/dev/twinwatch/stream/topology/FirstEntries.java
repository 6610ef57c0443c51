package dev.twinwatch.stream.topology;

import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/**
 * One entry in each store of a task before anything else. With exactly once, Kafka Streams takes a store of which no offset is
 * known for a damaged one and restores all stores of the task from their topics; a store in which nothing was ever kept, as
 * before the first alert, has none.
 */
final class FirstEntries {
    /** No entity is called that: a zero stands in no name. */
    private static final String KEY = "\0first";
    /** Older than any event: the newest time in a store of windows decides what is too old for it. */
    private static final long BEFORE_ALL = 0;

    private static final byte[] NOTHING = {0};

    private final List<KeyValueStore<String, byte[]>> stores;
    private final WindowStore<String, byte[]> evidence;
    private boolean made;

    FirstEntries(ProcessorContext<?, ?> context) {
        stores = List.of(
                context.getStateStore(EntityStores.RECENT),
                context.getStateStore(EntityStores.PROFILE),
                context.getStateStore(EntityStores.ACTIVE_MODEL));
        evidence = context.getStateStore(EntityStores.EVIDENCE);
    }

    /** Makes those that are missing; to be called where a record or a time is being processed, as that is what is committed. */
    void make() {
        if (made) {
            return;
        }
        made = true;
        boolean known = stores.stream().allMatch(store -> store.get(KEY) != null);
        if (!known) {
            evidence.put(KEY, NOTHING, BEFORE_ALL);
            stores.forEach(store -> store.put(KEY, NOTHING));
        }
    }
}
