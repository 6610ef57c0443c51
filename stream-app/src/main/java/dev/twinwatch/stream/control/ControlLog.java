package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.FraudCase;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.contracts.WatchVersion;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.control.AnnouncedLimits;
import dev.twinwatch.engine.control.StandingOrders;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.stream.metrics.Counts;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the control topic record by record: models, and what people and the service order. What is not valid is refused,
 * which log, metrics and audit say; what was live stays.
 */
public final class ControlLog {
    private static final Logger LOG = LoggerFactory.getLogger(ControlLog.class);
    private final Models models;
    private final StandingOrders standing;
    private final AnnouncedLimits limits;
    private final Counts counts;
    private final Refusals refusals;
    private final ModelRecords bundles;
    private final Set<String> watches = ConcurrentHashMap.newKeySet();

    /** For one watch; what it finds goes into the state, and what it refuses is told to no audit. */
    public ControlLog(Layout layout, ControlState state, Counts counts) {
        this(layout, state, counts, audit -> {});
    }

    /** For one watch; what it finds goes into the state, and what it refuses to the audit. */
    public ControlLog(Layout layout, ControlState state, Counts counts, Consumer<Audit> audits) {
        this.models = state.models();
        this.limits = state.limits();
        this.standing = new StandingOrders(layout, state.cases(), state.orders(), limits);
        this.counts = counts;
        this.refusals = new Refusals(models, counts, audits);
        this.bundles = new ModelRecords(layout, models, refusals, this::showLive);
    }

    /**
     * Takes the next record.
     *
     * @param change null takes back what stood under the key
     */
    public void accept(long offset, @Nullable String key, @Nullable Control change) {
        try {
            if (standing.accept(offset, key, change)) {
                if (key != null && change != null && change.getChange() instanceof WatchVersion) {
                    watches.add(key);
                }
                if (isOfLimits(key, change)) {
                    showLimit();
                }
            } else if (change == null) {
                Optional<BundleKey> piece = key == null ? Optional.empty() : BundleKey.of(key);
                piece.ifPresent(gone -> bundles.retire(gone.version()));
                LOG.info("control record {} at offset {} was taken back; what is active stays", key, offset);
            } else if (change.getChange() instanceof BundleChunk chunk) {
                bundles.chunk(chunk);
            } else if (change.getChange() instanceof dev.twinwatch.contracts.ModelPointer pointer) {
                LOG.info("{} points to model {} with epoch {}", change.getWho(), pointer.getLive(), pointer.getEpoch());
                bundles.point(new ModelPointer(
                        pointer.getLive(), pointer.getShadow(), pointer.getEpoch(), offset, change.getAt()));
            } else {
                refuse(offset, change.getAt(), key + " is a change that this release does not act on yet");
            }
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            if (change != null && change.getChange() instanceof FraudCase) {
                // of another watch they all are
                refusals.refuseOneOfMany(offset, time(change), why);
            } else {
                refuse(offset, time(change), why);
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Whatever a record does to its reader, it must not end the reading of the topic.
            refuse(offset, time(change), e.toString());
        }
    }

    /** Whether the topic says what state in this layout consists of. */
    public boolean tellsOf(Layout layout) {
        return watches.contains(OwnWatch.key(layout));
    }

    private static Instant time(@Nullable Control change) {
        return change == null ? Instant.EPOCH : change.getAt();
    }

    private static boolean isOfLimits(@Nullable String key, @Nullable Control change) {
        return change == null ? AnnouncedLimits.KEY.equals(key) : change.getChange() instanceof Limits;
    }

    /**
     * Counts and tells of a record that cannot be used.
     *
     * @param at when it was written
     */
    void refuse(long offset, Instant at, String why) {
        refusals.refuse(offset, at, why);
    }

    /** All that stands on the topic was taken. */
    void settle() {
        bundles.settle();
    }

    private void showLive() {
        models.pointer()
                .map(ModelPointer::version)
                .flatMap(models::bundle)
                .map(Bundle::shortVersion)
                .ifPresent(counts::liveModel);
        showLimit();
    }

    private void showLimit() {
        Optional<Bundle> live = models.pointer().map(ModelPointer::version).flatMap(models::bundle);
        live.ifPresent(bundle -> {
            double trained = bundle.model().limit();
            counts.limit(bundle.shortVersion(), limits.newest(bundle.version()).orElse(trained), trained);
        });
    }
}
