package dev.twinwatch.stream.topology;

import dev.twinwatch.stream.limits.Totals;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The store of step set-limits, with one entry. Its name lives on disk, with the version of the format. */
final class LimitStore {
    static final String NAME = "limits-v1";
    private static final String KEY = "totals";

    private final KeyValueStore<String, byte[]> store;

    LimitStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    static Set<StoreBuilder<?>> builders() {
        return Set.of(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray())
                        .withCachingDisabled());
    }

    Totals totals() {
        byte[] stored = store.get(KEY);
        return stored == null ? new Totals() : Totals.decode(stored);
    }

    void totals(Totals totals) {
        store.put(KEY, totals.encode());
    }
}
