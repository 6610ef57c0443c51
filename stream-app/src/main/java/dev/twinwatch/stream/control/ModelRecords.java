package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.features.Layout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts bundles together, validates them, and lets a pointer hold once the bundle that it makes live is valid. */
final class ModelRecords {
    private static final Logger LOG = LoggerFactory.getLogger(ModelRecords.class);
    /** Bundles in the making, or refused, beyond this are forgotten, oldest first: nobody publishes so many at once. */
    private static final int MOST_REMEMBERED = 8;

    private final Layout layout;
    private final Models models;
    private final Refusals refusals;
    private final Runnable whenLive;
    private final Map<String, Chunks> incomplete = new LinkedHashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private @Nullable ModelPointer wanted;
    /** Offset of the pointer that was refused last, so that it is refused once. */
    private long told = -1;

    /** @param whenLive is run after a pointer took hold */
    ModelRecords(Layout layout, Models models, Refusals refusals, Runnable whenLive) {
        this.layout = layout;
        this.models = models;
        this.refusals = refusals;
        this.whenLive = whenLive;
    }

    /** A piece of a bundle; throws IllegalArgumentException where the bundle cannot be used. */
    void chunk(BundleChunk chunk) {
        String version = chunk.getVersion();
        if (models.bundle(version).isPresent()) {
            models.keep(version);
            return;
        }
        try {
            Chunks chunks = incomplete.get(version);
            if (chunks == null) {
                chunks = new Chunks(chunk);
                remember(incomplete, version, chunks);
            }
            Optional<byte[]> whole = chunks.add(chunk);
            if (whole.isPresent()) {
                incomplete.remove(version);
                models.add(BundleCheck.read(layout, whole.get()));
                refused.remove(version);
                follow();
            }
        } catch (IllegalArgumentException e) {
            if (e instanceof OtherWatchException foreign) {
                models.foreign(version, foreign);
            }
            incomplete.remove(version);
            remember(refused, version, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static <T> void remember(Map<String, T> memory, String version, T what) {
        memory.put(version, what);
        if (memory.size() > MOST_REMEMBERED) {
            memory.remove(memory.keySet().iterator().next());
        }
    }

    /** A pointer. */
    void point(ModelPointer pointer) {
        wanted = pointer;
        follow();
    }

    /** A bundle was taken back. */
    void retire(String version) {
        incomplete.remove(version);
        refused.remove(version);
        models.retire(version);
    }

    /** All that stands on the topic was taken: what the newest pointer names and is not here will not come by itself. */
    void settle() {
        models.forgetRetired();
        ModelPointer next = wanted == null ? models.pointer().orElse(null) : wanted;
        if (next == null || next.controlOffset() <= told) {
            return;
        }
        String shadow = next.shadow();
        if (wanted != null) {
            refuse(next, "names model " + next.version() + missing(next.version()));
        } else if (shadow != null && models.bundle(shadow).isEmpty()) {
            refuse(next, "names the shadow " + shadow + missing(shadow));
        }
    }

    private void refuse(ModelPointer pointer, String why) {
        told = pointer.controlOffset();
        refusals.refuse(pointer.controlOffset(), pointer.at(), "pointer of epoch " + pointer.epoch() + " " + why);
    }

    private String missing(String version) {
        if (refused.containsKey(version)) {
            return ", which was refused: " + refused.get(version);
        }
        return (incomplete.containsKey(version)
                        ? ", of which pieces are missing"
                        : ", of whose bundle there is nothing")
                + ": publish it again";
    }

    private void follow() {
        ModelPointer next = wanted;
        Optional<Bundle> bundle = next == null ? Optional.empty() : models.bundle(next.version());
        if (next == null || bundle.isEmpty()) {
            return;
        }
        wanted = null;
        if (!models.point(next)) {
            refuse(next, "is not newer than that of the live model: publish model " + next.version() + " again");
            return;
        }
        whenLive.run();
        LOG.info(
                "model {} is live: {}",
                bundle.get().shortVersion(),
                bundle.get().provenance());
    }
}
