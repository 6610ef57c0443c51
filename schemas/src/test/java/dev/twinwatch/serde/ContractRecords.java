package dev.twinwatch.serde;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.FraudCase;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.contracts.NearestCase;
import dev.twinwatch.contracts.NearestEntity;
import dev.twinwatch.contracts.NearestReference;
import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.contracts.Renewal;
import dev.twinwatch.contracts.RenewalKind;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.contracts.Snooze;
import dev.twinwatch.contracts.WatchVersion;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** One record of each contract; the golden bytes are of them. */
final class ContractRecords {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SHA = "0".repeat(64);

    private ContractRecords() {}

    static Alert alert() {
        var event = new EventRef("p1", NOON, 40L);
        var reasons = List.of(new Reason(
                "amount",
                "amount: 2000 where 18 to 65 is usual",
                "2000",
                "18 to 65",
                0.7,
                List.of(40L),
                List.of(NOON)));
        return Alert.newBuilder()
                .setAlertId("a1")
                .setWatch("card-payments")
                .setEntity("ana")
                .setState(AlertState.OPENED)
                .setSeverity(Severity.HIGH)
                .setOpeningEvent(event)
                .setLatestEvent(event)
                .setEvents(1)
                .setEvidence(4.5)
                .setPeakEvidence(4.5)
                .setLimit(3.0)
                .setDistance(1.2)
                .setReferences(5)
                .setReasons(reasons)
                .setNearestReference(new NearestReference(32L, NOON, 0.25))
                .setNearestEntity(new NearestEntity("ben", 0.5))
                .setNearestCase(new NearestCase("c1", 0.75))
                .setModelVersion(SHA)
                .setModelEpoch(2)
                .setControlVersion(17)
                .build();
    }

    static Audit audit() {
        return new Audit(NOON, "ana", "trained on March", "model", null, SHA);
    }

    static Score score() {
        return Score.newBuilder()
                .setEventId("p1")
                .setOutcome(Outcome.UNREADABLE)
                .setReason("no field amount")
                .setSourceTopic("payments")
                .setSourcePartition(3)
                .setSourceOffset(99)
                .build();
    }

    static Feedback feedback() {
        return Feedback.newBuilder()
                .setEntity("ana")
                .setEventId("p1")
                .setEventTime(NOON)
                .setKnownAt(NOON)
                .setLabel(Label.LEGITIMATE)
                .setWho("desk 4")
                .build();
    }

    static Control pointer() {
        return control(new ModelPointer(SHA, null, 2L, null));
    }

    static Control chunk() {
        return control(new BundleChunk(SHA, 0, 1, 3L, ByteBuffer.wrap(new byte[] {1, 2, 3})));
    }

    static Control limits() {
        return control(new Limits("all", 3.5, NOON, SHA, 3.0));
    }

    static Control snooze() {
        return control(new Snooze("ana", NOON));
    }

    static Control fraudCase() {
        return control(new FraudCase("c1", "ana", ByteBuffer.wrap(new byte[] {1}), NOON, null, null, false));
    }

    static Control renewal() {
        return control(new Renewal("ana", RenewalKind.RESTORE));
    }

    static Control watch() {
        return control(new WatchVersion("watch: cards"));
    }

    private static Control control(SpecificRecord change) {
        return new Control(NOON, "ana", "planned", change);
    }
}
