package dev.twinwatch.interop;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.NearestCase;
import dev.twinwatch.contracts.NearestEntity;
import dev.twinwatch.contracts.NearestReference;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.contracts.Severity;
import java.time.Instant;
import java.util.List;

/** Alerts as the service writes them, with a value in every field. */
public final class Alerts {
    private Alerts() {}

    /** Opened on 2026-01-01 at 00:00 UTC by event number 17, for a place never seen. */
    public static Alert opened(String id, String entity) {
        EventRef event = new EventRef("p17", Instant.parse("2026-01-01T00:00:00Z"), 17L);
        return new Alert(
                id,
                "card-payments",
                entity,
                AlertState.OPENED,
                Severity.HIGH,
                event,
                event,
                1,
                3.5,
                3.5,
                2.5,
                0.75,
                4,
                List.of(new Reason(
                        "place",
                        "place: Zürich, never used before",
                        "Zürich",
                        "none new",
                        0.5,
                        List.of(17L),
                        List.of(Instant.parse("2026-01-01T00:00:00Z")))),
                new NearestReference(16L, Instant.parse("2026-01-01T00:00:00Z"), 0.25),
                new NearestEntity("ben", 0.125),
                new NearestCase("case-1", 0.5),
                "0".repeat(64),
                3L,
                42L,
                250.5,
                125.5);
    }

    /** Its JSON as those see it whose Avro leaves a time as the number that travels: milliseconds since 1970. */
    public static String asNumbers(Alert opened) {
        return opened.toString().replace("\"2026-01-01T00:00:00Z\"", "1767225600000");
    }
}
