package dev.twinwatch.stream.topology;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.evidence.Scorer;
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
    private static final byte FORMAT = 1;

    private final KeyValueStore<String, byte[]> store;
    private final Models models;
    private final FraudCases cases;
    private final String task;
    private Active active = Active.NONE;
    private @Nullable Scorer scorer;
    private Optional<Rates> rates = Optional.empty();

    /**
     * Which model is active.
     *
     * @param version SHA-256 of the bundle; empty for none
     * @param epoch of the pointer that named it
     * @param controlOffset offset of that pointer on the control topic
     */
    record Active(String version, long epoch, long controlOffset) {
        static final Active NONE = new Active("", 0, -1);

        /** Format 1: format (1), epoch (8), offset (8), version. They lie in a store: a change of them is a migration. */
        byte[] encode() {
            byte[] text = version.getBytes(StandardCharsets.US_ASCII);
            return ByteBuffer.allocate(17 + text.length)
                    .put(FORMAT)
                    .putLong(epoch)
                    .putLong(controlOffset)
                    .put(text)
                    .array();
        }

        static Active decode(byte[] bytes) {
            try {
                ByteBuffer in = ByteBuffer.wrap(bytes);
                if (in.get() != FORMAT) {
                    throw new IllegalArgumentException("active model is stored in format " + bytes[0]
                            + ", this release reads " + FORMAT + ": use the release that wrote it");
                }
                long epoch = in.getLong();
                long offset = in.getLong();
                byte[] text = new byte[in.remaining()];
                in.get(text);
                return new Active(new String(text, StandardCharsets.US_ASCII), epoch, offset);
            } catch (BufferUnderflowException e) {
                throw new IllegalArgumentException("active model is cut at " + bytes.length + " bytes", e);
            }
        }
    }

    /** Takes up the stored model; waits a while for it, since another instance may have read the control topic further. */
    ActiveModel(KeyValueStore<String, byte[]> store, Models models, FraudCases cases, TaskId task) {
        this.store = store;
        this.cases = cases;
        this.models = models;
        this.task = task.toString();
        byte[] stored = store.get(KEY);
        if (stored != null) {
            active = Active.decode(stored);
            scorer = scorer(models.await(active.version(), Settings.PATIENCE));
        }
        models.tasks().decides(this.task, active.version());
    }

    private Scorer scorer(Bundle bundle) {
        rates = bundle.alerting().rates();
        return new Scorer(bundle.model(), cases::compared);
    }

    /** Activates a newer model if there is one. */
    void refresh() {
        ModelPointer offered = models.pointer().orElse(null);
        if (offered == null || offered.epoch() <= active.epoch()) {
            return;
        }
        Bundle bundle = models.await(offered.version(), Settings.PATIENCE);
        active = new Active(offered.version(), offered.epoch(), offered.controlOffset());
        store.put(KEY, active.encode());
        scorer = scorer(bundle);
        models.tasks().decides(task, active.version());
        LOG.info("model {} of epoch {} is active", bundle.shortVersion(), active.epoch());
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

    /** Scores by it; null while there is none. */
    @Nullable
    Scorer scorer() {
        return scorer;
    }
}
