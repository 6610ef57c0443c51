package dev.twinwatch.stream.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.stream.Purchases;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlertLineTest {
    private final AlertLine line = new AlertLine(Purchases.WATCH, false);

    @Test
    void anOpenedAlertSaysWhenWhoWhyAndItsId() {
        assertThat(line.of(alert(AlertState.OPENED, 1)))
                .isEqualTo(
                        "2026-01-31 12:00:59 UTC  HIGH      customer ana does not behave like itself: place: 2 values never"
                                + " used before  (alert a-1)");
    }

    @Test
    void anAlertThatGoesOnSaysHowManyEvents() {
        assertThat(line.of(alert(AlertState.GROWN, 3)))
                .contains("customer ana goes on, 3 unusual events so far: place: 2 values never used before");
    }

    @Test
    void aClosedAlertSaysThatItIsOver() {
        assertThat(line.of(alert(AlertState.CLOSED, 1)))
                .endsWith("customer ana is closed after 1 unusual event  (alert a-1)");
    }

    @Test
    void aTerminalShowsUrgencyInColour() {
        assertThat(new AlertLine(Purchases.WATCH, true).of(alert(AlertState.OPENED, 1)))
                .contains("\u001b[1;31mHIGH    \u001b[0m");
    }

    @Test
    void textOfSomebodysDataCannotSteerTheTerminal() {
        Alert alert = Alert.newBuilder(alert(AlertState.OPENED, 1))
                .setEntity("ana\u001b[2J\u202e\n")
                .setReasons(List.of(new Reason(
                        "new-place", "new-place: \u009bH\u2028never used", "2", "0.1", .9, List.of(), List.of())))
                .build();

        assertThat(line.of(alert))
                .isEqualTo(
                        "2026-01-31 12:00:59 UTC  HIGH      customer ana [2J   does not behave like itself: place:  H never"
                                + " used  (alert a-1)");
    }

    @Test
    void jsonHasTheNamesOfTheContract() {
        assertThat(AlertJson.of(alert(AlertState.OPENED, 1)))
                .startsWith("{\"alert_id\":\"a-1\",\"watch\":\"purchases\",\"entity\":\"ana\",\"state\":\"OPENED\"")
                .contains("\"opening_event\":{\"event_id\":\"e\",\"event_time\":\"2026-01-31T12:00:59Z\"")
                .contains("\"reasons\":[{\"feature\":\"new-place\",")
                .doesNotContain("\n");
    }

    private static Alert alert(AlertState state, int events) {
        EventRef event = new EventRef("e", Instant.parse("2026-01-31T12:00:59Z"), 12L);
        return Alert.newBuilder()
                .setAlertId("a-1")
                .setWatch("purchases")
                .setEntity("ana")
                .setState(state)
                .setSeverity(Severity.HIGH)
                .setOpeningEvent(event)
                .setLatestEvent(event)
                .setEvents(events)
                .setEvidence(8)
                .setPeakEvidence(8)
                .setLimit(2)
                .setDistance(.5)
                .setReferences(3)
                .setReasons(List.of(new Reason(
                        "new-place", "new-place: 2 values never used before", "2", "0.1", .9, List.of(), List.of())))
                .setModelVersion("0".repeat(64))
                .setModelEpoch(1)
                .setControlVersion(1)
                .build();
    }
}
