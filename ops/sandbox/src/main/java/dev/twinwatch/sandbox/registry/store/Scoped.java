package dev.twinwatch.sandbox.registry.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One setting of the registry: a global value, and values of their own for some subjects. */
final class Scoped<T> {
    private final T standard;
    private final Map<String, T> own = new HashMap<>();
    private T global;

    Scoped(T standard) {
        this.standard = standard;
        this.global = standard;
    }

    T global() {
        return global;
    }

    Optional<T> of(String subject) {
        return Optional.ofNullable(own.get(subject));
    }

    /** Sets the value of one subject, or the global one if the subject is null; null takes it back. */
    void set(@Nullable String subject, @Nullable T value) {
        if (subject == null) {
            global = value == null ? standard : value;
        } else if (value == null) {
            own.remove(subject);
        } else {
            own.put(subject, value);
        }
    }
}
