package dev.twinwatch.registry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Remembers for a while which ids do not exist, so that a topic full of them does not flood the registry. */
final class MissingIds {
    private record Missing(String message, long since) {}

    private final Map<Integer, Missing> ids;
    private final Duration remembered;
    private final LongSupplier nanos;

    /**
     * At most so many ids.
     *
     * @param nanos a clock that only goes forward, as {@link System#nanoTime()}
     */
    MissingIds(int most, Duration remembered, LongSupplier nanos) {
        this.ids = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Missing> eldest) {
                return size() > most;
            }
        };
        this.remembered = remembered;
        this.nanos = nanos;
    }

    /** Throws what the registry said of this id, if that was a short time ago. */
    synchronized void refuse(int id) {
        @Nullable Missing known = ids.get(id);
        if (known == null) {
            return;
        }
        if (nanos.getAsLong() - known.since() < remembered.toNanos()) {
            throw new UnknownSchemaException(known.message(), null);
        }
        ids.remove(id);
    }

    synchronized void remember(int id, UnknownSchemaException unknown) {
        ids.put(id, new Missing(String.valueOf(unknown.getMessage()), nanos.getAsLong()));
    }
}
