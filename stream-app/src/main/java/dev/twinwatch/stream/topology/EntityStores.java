package dev.twinwatch.stream.topology;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of step decide. Names live on disk and in the names of changelog topics, with the version of the format; values
 * are the engine's own formats.
 */
final class EntityStores {
    static final String RECENT = "recent-v1";
    static final String PROFILE = "profile-v1";
    static final String EVIDENCE = "evidence-kept-v1";
    static final String ACTIVE_MODEL = "active-model-v1";

    private EntityStores() {}

    static Set<StoreBuilder<?>> all(Duration evidenceRetention) {
        // In a fixed order, so that the graph is described the same way each time.
        return new LinkedHashSet<>(List.of(
                keyed(RECENT).withCachingEnabled(),
                keyed(PROFILE).withCachingEnabled(),
                keyed(ACTIVE_MODEL).withCachingDisabled(),
                Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(EVIDENCE, evidenceRetention, Duration.ofMillis(1), false),
                        Serdes.String(),
                        Serdes.ByteArray())));
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> keyed(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }
}
