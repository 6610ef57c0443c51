package dev.twinwatch.bench;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** As many bytes in and out of stores as the step decide moves, in stores of the same kind. */
final class RewriteState extends ContextualProcessor<String, byte[], String, byte[]> {
    private static final String RECENT = "recent-v1";
    private static final String PROFILE = "profile-v1";
    /** Where in the hot state events are counted; what else stands there does not matter here. */
    private static final int COUNT_AT = 5;

    private final Function<String, EntityBytes> bytes;
    private final int windowLength;
    private final LongAdder processed;
    private @Nullable KeyValueStore<String, byte[]> recent;
    private @Nullable KeyValueStore<String, byte[]> profile;

    RewriteState(Function<String, EntityBytes> bytes, int windowLength, LongAdder processed) {
        this.bytes = bytes;
        this.windowLength = windowLength;
        this.processed = processed;
    }

    static Set<StoreBuilder<?>> stores() {
        return new LinkedHashSet<>(List.of(store(RECENT), store(PROFILE)));
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        recent = context.getStateStore(RECENT);
        profile = context.getStateStore(PROFILE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        KeyValueStore<String, byte[]> hot = open(recent);
        EntityBytes written = bytes.apply(record.key());
        byte[] before = hot.get(record.key());
        byte[] after = written.recent().clone();
        long count = before == null ? 1 : ByteBuffer.wrap(before).getLong(COUNT_AT) + 1;
        ByteBuffer.wrap(after).putLong(COUNT_AT, count);
        hot.put(record.key(), after);
        if (count % windowLength == 0) {
            KeyValueStore<String, byte[]> cold = open(profile);
            byte[] known = cold.get(record.key());
            cold.put(record.key(), known == null ? written.profile() : known.clone());
        }
        context().forward(record.withValue(written.score()));
        processed.increment();
    }

    private static KeyValueStore<String, byte[]> open(@Nullable KeyValueStore<String, byte[]> store) {
        if (store == null) {
            throw new IllegalStateException("records come only after init");
        }
        return store;
    }
}
