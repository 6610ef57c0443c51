package dev.twinwatch.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers the values used last, at most so many; safe for many threads. */
public final class BoundedCache<K, V> {
    private final Map<K, V> entries;

    /** A cache that forgets what was not used for longest when it would hold more than so many values. */
    public BoundedCache(int most) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value remembered for the key, or else the one that is found now; what throws is not remembered. */
    public V get(K key, Function<K, V> find) {
        synchronized (entries) {
            V known = entries.get(key);
            if (known != null) {
                return known;
            }
        }
        // Outside the lock: a slow registry must not hold up threads whose schemas are known.
        V found = find.apply(key);
        synchronized (entries) {
            entries.put(key, found);
        }
        return found;
    }
}
