package dev.twinwatch.sandbox.demo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.demo.judging.Finding;
import dev.twinwatch.sandbox.demo.recording.Stretch;
import dev.twinwatch.sandbox.demo.screen.Screen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertLineTest {
    private static final Instant NOON = Instant.parse("2025-03-02T12:04:59Z");

    private final AlertLine line = new AlertLine(WatchFile.parse("watch.yaml", """
                    watch: payments
                    entity: customer
                    time: {field: at, unit: millis}
                    features: [{name: new-place, field: place, as: novelty}, {name: hour, as: time-of-day}]
                    """), Screen.plain(System.out));

    @Test
    void lineNamesTheFieldAndNotTheFeatureAndTellsTheTruth() {
        Alert alert = alert(
                NOON,
                new Reason("new-place", "new-place: 3 values never used before", "3", "0.1", 0.7, List.of(), List.of()),
                new Reason(
                        "behaviour",
                        "the last 16 events are more like someone else's",
                        "4",
                        "0",
                        0.2,
                        List.of(),
                        List.of()),
                new Reason("hour", "hour: late", "4", "0", 0.1, List.of(), List.of()));

        String text = line.of(alert, new Finding.Caught(new Stretch("c1", "GREEDY", 1, 9), 7));

        assertThat(text)
                .isEqualTo("Mar 02 12:04 UTC  HIGH      customer c1  place: 3 values never used before"
                        + "  (right: event 7 of a takeover, greedy)");
    }

    @Test
    void firstReasonIsAboutAFieldOrTheTimeOrTheWholeWindow() {
        assertThat(line.fieldOfFirstReason(alert(NOON, reason("new-place")))).isEqualTo("place");
        assertThat(line.fieldOfFirstReason(alert(NOON, reason("hour")))).isEqualTo("at");
        assertThat(line.fieldOfFirstReason(alert(NOON, reason("behaviour")))).isEmpty();
        assertThat(line.fieldOfFirstReason(alert(NOON))).isEmpty();
    }

    private static Reason reason(String feature) {
        return new Reason(feature, "words", "seen", "usual", 1.0, List.of(), List.of());
    }

    @Test
    void eventWithoutATimeIsNamedByItsNumber() {
        assertThat(line.of(alert(null), new Finding.False()))
                .isEqualTo("event       5512  HIGH      customer c1  behaves unlike itself, no single reason"
                        + "  (false alert: nobody else acted)");
    }

    @Test
    void lateAlertSaysHowLate() {
        assertThat(line.of(alert(NOON), new Finding.Late(new Stretch("c1", "CAREFUL", 1, 9), 1)))
                .endsWith("(late: 1 event after a takeover, careful)");
    }

    private static Alert alert(@Nullable Instant time, Reason... reasons) {
        EventRef event = new EventRef("e", time, 5512L);
        return Alert.newBuilder()
                .setAlertId("a")
                .setWatch("payments")
                .setEntity("c1")
                .setState(AlertState.OPENED)
                .setSeverity(Severity.HIGH)
                .setOpeningEvent(event)
                .setLatestEvent(event)
                .setEvents(1)
                .setEvidence(9)
                .setPeakEvidence(9)
                .setLimit(4)
                .setDistance(1)
                .setReferences(5)
                .setReasons(List.of(reasons))
                .setModelVersion("m")
                .setModelEpoch(1)
                .setControlVersion(1)
                .build();
    }
}
