package dev.twinwatch.sandbox.registry.catalog;

import dev.twinwatch.sandbox.registry.store.Mode;
import dev.twinwatch.sandbox.registry.store.SchemaStore;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which changes are taken at all: for all subjects, and for those with a mode of their own. */
public final class Modes {
    private final SchemaStore store;

    public Modes(SchemaStore store) {
        this.store = store;
    }

    public Mode global() {
        return store.globalMode();
    }

    /** The mode that the subject has of its own (40409 if the global one holds). */
    public Mode mode(String subject) {
        return store.mode(subject).orElseThrow(() -> RefusedException.noModeOfItsOwn(subject));
    }

    /** The mode that holds for the subject: its own or the global one. */
    public Mode modeOf(String subject) {
        return store.mode(subject).orElse(store.globalMode());
    }

    /**
     * Sets the mode of a subject, which need not exist yet, or the global one for null. Without force, IMPORT is for where
     * there are no versions yet, as their ids could clash (42204, 42205).
     */
    public Mode set(@Nullable String subject, String name, boolean force) {
        Mode mode = Arrays.stream(Mode.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalidMode(name));
        boolean occupied = subject == null
                ? !store.versions().isEmpty()
                : !store.versions(subject).isEmpty();
        if (mode == Mode.IMPORT && modeIn(subject) != Mode.IMPORT && occupied && !force) {
            throw RefusedException.notPermitted("Cannot import since found existing subjects");
        }
        store.setMode(subject, mode);
        return mode;
    }

    /** Takes the mode of a subject back; returns the one that held (40401 if it had none of its own). */
    public Mode reset(String subject) {
        Mode before = store.mode(subject).orElseThrow(() -> RefusedException.subjectNotFound(subject));
        store.setMode(subject, null);
        return before;
    }

    /** Refuses what is not a change of this mode (42205). */
    void require(String subject, Mode mode) {
        requireWritable(subject);
        if (modeOf(subject) != mode) {
            throw RefusedException.notPermitted(
                    "Subject " + subject + " is not in " + (mode == Mode.IMPORT ? "import" : "read-write") + " mode");
        }
    }

    /** Refuses every change of a subject, or of what holds for all if it is null, that may only be read (42205). */
    void requireWritable(@Nullable String subject) {
        if (modeIn(subject) == Mode.READONLY) {
            throw RefusedException.notPermitted(
                    (subject == null ? "The registry" : "Subject " + subject) + " is in read-only mode");
        }
    }

    private Mode modeIn(@Nullable String subject) {
        return subject == null ? store.globalMode() : modeOf(subject);
    }
}
