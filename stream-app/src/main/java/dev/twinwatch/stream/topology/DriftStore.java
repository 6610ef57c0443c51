package dev.twinwatch.stream.topology;

import dev.twinwatch.stream.drift.TrafficDays;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The store of step report-drift, with one entry. Its name lives on disk, with the version of the format. */
final class DriftStore {
    static final String NAME = "drift-v1";
    private static final String KEY = "days";

    private final KeyValueStore<String, byte[]> store;

    DriftStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    static Set<StoreBuilder<?>> builders() {
        return Set.of(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray())
                        .withCachingDisabled());
    }

    TrafficDays days() {
        byte[] stored = store.get(KEY);
        return stored == null ? new TrafficDays() : TrafficDays.decode(stored);
    }

    void days(TrafficDays days) {
        store.put(KEY, days.encode());
    }
}
