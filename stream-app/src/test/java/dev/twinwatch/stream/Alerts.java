package dev.twinwatch.stream;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.contracts.TrustedContracts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts and what people say of them, as they stand on the topics. */
public final class Alerts {
    static {
        // Avro copies only what it trusts.
        TrustedContracts.allow();
    }

    private Alerts() {}

    /** A story that opened at that second of 1970 and has so many events over the limit. */
    public static Alert alert(String id, String entity, long second, int events) {
        EventRef opening = new EventRef("e" + second, Instant.ofEpochSecond(second), 7L);
        EventRef latest = new EventRef("e" + (second + events), Instant.ofEpochSecond(second + events), 6L + events);
        return alert(id, entity, opening, latest, events);
    }

    /** A story of one event in which so much is at risk. */
    public static Alert alertAtRisk(String id, long second, double value) {
        return Alert.newBuilder(alert(id, "ana", second, 1))
                .setAmount(value)
                .setValueAtRisk(value)
                .build();
    }

    /** A story of one event where the watch has no calendar. */
    public static Alert alertWithoutTime(String id, String entity) {
        EventRef opening = new EventRef("e", null, 7L);
        return alert(id, entity, opening, opening, 1);
    }

    private static Alert alert(String id, String entity, EventRef opening, EventRef latest, int events) {
        return Alert.newBuilder()
                .setAlertId(id)
                .setWatch("purchases")
                .setEntity(entity)
                .setState(events == 1 ? AlertState.OPENED : AlertState.GROWN)
                .setSeverity(Severity.HIGH)
                .setOpeningEvent(opening)
                .setLatestEvent(latest)
                .setEvents(events)
                .setEvidence(5.5)
                .setPeakEvidence(6)
                .setLimit(2)
                .setDistance(0.5)
                .setReferences(3)
                .setReasons(List.of(new Reason(
                        "new-place", "new-place: never used before", "shop-9", "shop-1", 0.75, List.of(), List.of())))
                .setModelVersion("0".repeat(64))
                .setModelEpoch(1)
                .setControlVersion(0)
                .build();
    }

    /** What the tester says of it. */
    public static Feedback feedback(String alertId, Label label, @Nullable String comment) {
        return new Feedback("ana", alertId, null, null, Instant.ofEpochSecond(100), label, "tester", comment, null);
    }
}
