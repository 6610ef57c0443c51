package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.control.AnnouncedLimits;
import dev.twinwatch.engine.control.StandingOrders;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.stream.metrics.Counts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the control topic record by record: puts bundles together, validates them, and lets a pointer hold once its bundle
 * is valid; keeps the fraud cases and limits. What is not valid is refused with a line in the log and a count; what was live stays.
 */
public final class ControlLog {
    private static final Logger LOG = LoggerFactory.getLogger(ControlLog.class);
    /** Bundles in the making beyond this are forgotten, oldest first: nobody publishes so many at once. */
    private static final int MOST_INCOMPLETE = 8;

    private final Layout layout;
    private final Models models;
    private final StandingOrders standing;
    private final AnnouncedLimits limits;
    private final Counts counts;
    private final Map<String, Chunks> incomplete = new LinkedHashMap<>();
    private @Nullable ModelPointer wanted;

    /** For one watch; what it finds goes into the state. */
    public ControlLog(Layout layout, ControlState state, Counts counts) {
        this.layout = layout;
        this.models = state.models();
        this.limits = state.limits();
        this.standing = new StandingOrders(layout, state.cases(), state.orders(), limits);
        this.counts = counts;
    }

    /**
     * Takes the next record.
     *
     * @param change null takes back what stood under the key
     */
    public void accept(long offset, @Nullable String key, @Nullable Control change) {
        try {
            if (standing.accept(offset, key, change)) {
                if (isOfLimits(key, change)) {
                    showLimit();
                }
            } else if (change == null) {
                LOG.info("control record {} at offset {} was taken back; what is active stays", key, offset);
            } else if (change.getChange() instanceof BundleChunk chunk) {
                chunk(chunk);
            } else if (change.getChange() instanceof dev.twinwatch.contracts.ModelPointer pointer) {
                wanted = new ModelPointer(
                        pointer.getLive(), pointer.getShadow(), pointer.getEpoch(), offset, change.getAt());
                LOG.info("{} points to model {} with epoch {}", change.getWho(), pointer.getLive(), pointer.getEpoch());
                follow();
                if (wanted != null) {
                    LOG.warn(
                            "model {} is not live yet, {} of its bundle: what is live stays; if it does not come, publish it again",
                            pointer.getLive(),
                            incomplete.containsKey(pointer.getLive()) ? "pieces are missing" : "there is nothing");
                }
            } else {
                refuse(offset, key + " is a change that this release does not act on yet");
            }
        } catch (IllegalArgumentException e) {
            refuse(offset, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Whatever a bundle does to its reader, it must not end the reading of the topic.
            refuse(offset, e.toString());
        }
    }

    private static boolean isOfLimits(@Nullable String key, @Nullable Control change) {
        return change == null ? AnnouncedLimits.KEY.equals(key) : change.getChange() instanceof Limits;
    }

    /** Counts and logs a record that cannot be used. */
    void refuse(long offset, String why) {
        counts.controlRefused();
        LOG.error("control record at offset {} is refused, what is live stays: {}", offset, why);
    }

    private void chunk(BundleChunk chunk) {
        String version = chunk.getVersion();
        if (models.bundle(version).isPresent()) {
            return;
        }
        Chunks chunks = incomplete.get(version);
        if (chunks == null) {
            chunks = new Chunks(chunk);
            incomplete.put(version, chunks);
            if (incomplete.size() > MOST_INCOMPLETE) {
                incomplete.remove(incomplete.keySet().iterator().next());
            }
        }
        Optional<byte[]> whole;
        try {
            whole = chunks.add(chunk);
        } catch (IllegalArgumentException e) {
            incomplete.remove(version);
            throw e;
        }
        if (whole.isPresent()) {
            incomplete.remove(version);
            Bundle bundle = BundleFile.read(whole.get());
            BundleCheck.fits(layout, bundle);
            models.add(bundle);
            follow();
        }
    }

    private void follow() {
        ModelPointer next = wanted;
        if (next == null) {
            return;
        }
        Optional<Bundle> bundle = models.bundle(next.version());
        if (bundle.isPresent()) {
            wanted = null;
            if (!models.point(next)) {
                refuse(
                        next.controlOffset(),
                        "pointer to model " + next.version() + " has epoch " + next.epoch()
                                + ", which is not newer than that of the live model: publish it again");
                return;
            }
            counts.liveModel(bundle.get().shortVersion());
            showLimit();
            LOG.info(
                    "model {} is live: {}",
                    bundle.get().shortVersion(),
                    bundle.get().provenance());
        }
    }

    private void showLimit() {
        Optional<Bundle> live = models.pointer().map(ModelPointer::version).flatMap(models::bundle);
        live.ifPresent(bundle -> {
            double trained = bundle.model().limit();
            counts.limit(bundle.shortVersion(), limits.newest(bundle.version()).orElse(trained), trained);
        });
    }
}
