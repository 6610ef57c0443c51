package dev.twinwatch.sandbox.registry.catalog;

import dev.twinwatch.sandbox.registry.compatibility.CompatibilityLevel;
import dev.twinwatch.sandbox.registry.store.SchemaStore;
import org.jspecify.annotations.Nullable;

/** Which changes of schema are compatible: for all subjects, and for those with a level of their own. */
public final class Levels {
    private final SchemaStore store;
    private final Modes modes;

    public Levels(SchemaStore store, Modes modes) {
        this.store = store;
        this.modes = modes;
    }

    public CompatibilityLevel global() {
        return store.globalLevel();
    }

    /** The level that the subject has of its own (40408 if the global one holds). */
    public CompatibilityLevel level(String subject) {
        return store.level(subject).orElseThrow(() -> RefusedException.noLevelOfItsOwn(subject));
    }

    /** The level that holds for the subject: its own or the global one. */
    public CompatibilityLevel levelOf(String subject) {
        return store.level(subject).orElse(store.globalLevel());
    }

    /** Sets the level of a subject, which need not exist yet, or the global one for null (42203, 42205). */
    public CompatibilityLevel set(@Nullable String subject, String name) {
        CompatibilityLevel level =
                CompatibilityLevel.named(name).orElseThrow(() -> RefusedException.invalidLevel(name));
        modes.requireWritable(subject);
        store.setLevel(subject, level);
        return level;
    }

    /** Takes the global level back; returns the one that held. */
    public CompatibilityLevel reset() {
        modes.requireWritable(null);
        CompatibilityLevel before = store.globalLevel();
        store.setLevel(null, null);
        return before;
    }

    /** Takes the level of a subject back; returns the one that held (40401 if it had none of its own). */
    public CompatibilityLevel reset(String subject) {
        CompatibilityLevel before = store.level(subject).orElseThrow(() -> RefusedException.subjectNotFound(subject));
        modes.requireWritable(subject);
        store.setLevel(subject, null);
        return before;
    }
}
