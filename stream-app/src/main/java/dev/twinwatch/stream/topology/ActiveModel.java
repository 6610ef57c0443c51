package dev.twinwatch.stream.topology;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Rates;
import dev.twinwatch.stream.control.ModelPointer;
import dev.twinwatch.stream.control.Models;
import dev.twinwatch.stream.settings.Settings;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model by which one task decides. It stands in a store, which is committed with the decisions, so that a replay after a
 * failure decides by the same one.
 */
final class ActiveModel {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveModel.class);
    private static final String KEY = "active";
    private static final byte FORMAT = 2;
    /** Had no shadow. */
    private static final byte FORMAT_1 = 1;

    private final Layout layout;
    private final KeyValueStore<String, byte[]> store;
    private final Models models;
    private final FraudCases cases;
    private final String task;
    private Active active = Active.NONE;
    private @Nullable Scorer scorer;
    private @Nullable Scorer shadow;
    private Optional<Rates> rates = Optional.empty();
    private Optional<UsualTraffic> traffic = Optional.empty();

    /**
     * Which model is active.
     *
     * @param version SHA-256 of the bundle; empty for none
     * @param epoch of the pointer that named it
     * @param controlOffset offset of that pointer on the control topic
     * @param shadow SHA-256 of the bundle that scores along; empty for none
     */
    record Active(String version, long epoch, long controlOffset, String shadow) {
        static final Active NONE = new Active("", 0, -1, "");

        /**
         * Format 2: format (1), epoch (8), offset (8), version (2 + text), shadow. Format 1: epoch, offset, version. They lie in a
         * store: a change of them is a migration.
         */
        byte[] encode() {
            byte[] text = version.getBytes(StandardCharsets.US_ASCII);
            byte[] along = shadow.getBytes(StandardCharsets.US_ASCII);
            return ByteBuffer.allocate(17 + 2 + text.length + along.length)
                    .put(FORMAT)
                    .putLong(epoch)
                    .putLong(controlOffset)
                    .putShort((short) text.length)
                    .put(text)
                    .put(along)
                    .array();
        }

        static Active decode(byte[] bytes) {
            try {
                ByteBuffer in = ByteBuffer.wrap(bytes);
                byte format = in.get();
                if (format != FORMAT && format != FORMAT_1) {
                    throw new IllegalArgumentException("active model is stored in format " + bytes[0]
                            + ", this release reads " + FORMAT + ": use the release that wrote it");
                }
                long epoch = in.getLong();
                long offset = in.getLong();
                String version = text(in, format == FORMAT_1 ? in.remaining() : in.getShort());
                return new Active(version, epoch, offset, text(in, in.remaining()));
            } catch (BufferUnderflowException e) {
                throw new IllegalArgumentException("active model is cut at " + bytes.length + " bytes", e);
            }
        }

        private static String text(ByteBuffer in, int length) {
            byte[] text = new byte[length];
            in.get(text);
            return new String(text, StandardCharsets.US_ASCII);
        }
    }

    /** Takes up the stored model; waits a while for it, since another instance may have read the control topic further. */
    ActiveModel(Layout layout, KeyValueStore<String, byte[]> store, Models models, FraudCases cases, TaskId task) {
        this.layout = layout;
        this.store = store;
        this.cases = cases;
        this.models = models;
        this.task = task.toString();
        byte[] stored = store.get(KEY);
        if (stored != null) {
            active = Active.decode(stored);
            if (!wasRetired()) {
                Bundle bundle = models.await(active.version(), Settings.PATIENCE);
                rates = bundle.alerting().rates();
                traffic = traffic(bundle);
                scorer = scorer(bundle);
                lookForTheShadow();
            }
        }
        models.tasks().decides(this.task, active.version());
    }

    /** What is gone from the topic cannot come; the one that took its place is taken up before the next event is decided. */
    private boolean wasRetired() {
        boolean replaced = models.pointer()
                .filter(newest -> newest.epoch() > active.epoch())
                .isPresent();
        return replaced && models.bundle(active.version()).isEmpty();
    }

    private Scorer scorer(Bundle bundle) {
        return new Scorer(bundle.model().keptIn(layout), cases::compared);
    }

    /** What is usual is counted by fields; one that was measured with other fields is no measure. */
    private Optional<UsualTraffic> traffic(Bundle bundle) {
        return bundle.traffic().filter(usual -> bundle.model().layout().fingerprint() == layout.fingerprint());
    }

    /**
     * Takes up the bundle that scores along, once it is here: it may come later than the one that decides, or never, and nothing
     * waits for it.
     */
    void lookForTheShadow() {
        if (shadow == null && !active.shadow().isEmpty()) {
            shadow = models.bundle(active.shadow()).map(this::scorer).orElse(null);
        }
    }

    /** Activates a newer model if there is one; returns whether there was. */
    boolean refresh() {
        ModelPointer offered = models.pointer().orElse(null);
        if (offered == null || offered.epoch() <= active.epoch()) {
            return false;
        }
        Bundle bundle = models.await(offered.version(), Settings.PATIENCE);
        boolean sameModel = offered.version().equals(active.version());
        String along = offered.shadow() == null ? "" : offered.shadow();
        active = new Active(offered.version(), offered.epoch(), offered.controlOffset(), along);
        store.put(KEY, active.encode());
        rates = bundle.alerting().rates();
        traffic = traffic(bundle);
        // What is remembered of references belongs to a scorer: where only the shadow changed, it stays.
        scorer = scorer != null && sameModel ? scorer : scorer(bundle);
        shadow = null;
        lookForTheShadow();
        models.tasks().decides(task, active.version());
        LOG.info("model {} of epoch {} is active", bundle.shortVersion(), active.epoch());
        return true;
    }

    /** The task ends here, and may go on elsewhere. */
    void close() {
        models.tasks().ended(task);
    }

    /** Which one it is. */
    Active active() {
        return active;
    }

    /** Its version; null while there is none. */
    @Nullable
    String version() {
        return scorer == null ? null : active.version();
    }

    /** How much happened on a usual day of its history. */
    Optional<Rates> rates() {
        return rates;
    }

    /** What drift is measured against. */
    Optional<UsualTraffic> traffic() {
        return traffic;
    }

    /** Scores along; null while there is none. */
    @Nullable
    Scorer shadow() {
        return shadow;
    }

    /** Scores by it; null while there is none. */
    @Nullable
    Scorer scorer() {
        return scorer;
    }
}
