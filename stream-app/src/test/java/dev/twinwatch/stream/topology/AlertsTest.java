package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Renewal;
import dev.twinwatch.contracts.RenewalKind;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.contracts.Snooze;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.control.ControlLog;
import dev.twinwatch.stream.metrics.Counts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertsTest {
    /** Two references of 4 events, then 4 more so that the window shares no event with them. */
    private static final int KNOWN = 12;

    private StreamUnderTest stream;

    @BeforeEach
    void open(@TempDir Path folder) {
        stream = new StreamUnderTest(folder);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void twoNewPlacesRaiseOneAlertThatNamesModelAndReasons() {
        Bundle bundle = stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);

        stream.purchase("ana", KNOWN, "far");
        stream.purchase("ana", KNOWN + 1, "farther");

        List<Alert> alerts = stream.alerts.readValuesToList();
        assertThat(alerts).hasSize(1);
        Alert alert = alerts.get(0);
        assertThat(alert.getState()).isEqualTo(AlertState.OPENED);
        assertThat(alert.getEntity()).isEqualTo("ana");
        assertThat(alert.getOpeningEvent().getEventId()).isEqualTo("ana-13");
        assertThat(alert.getOpeningEvent().getEventTime()).isEqualTo(StreamUnderTest.START.plusSeconds(13 * 60));
        assertThat(alert.getEvidence()).isEqualTo(4 * Math.log(3) - 1, within(1e-6));
        assertThat(alert.getModelVersion()).isEqualTo(bundle.version());
        assertThat(alert.getModelEpoch()).isEqualTo(1);
        assertThat(alert.getControlVersion()).isEqualTo(10);
        assertThat(alert.getReasons()).isNotEmpty();
    }

    @Test
    void oneStoryIsOneAlertFromOpenedToClosed() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");
        stream.purchase("ana", KNOWN + 2, "c");

        stream.atHome("ana", KNOWN + 3, KNOWN + 12);

        List<Alert> alerts = stream.alerts.readValuesToList();
        assertThat(alerts)
                .extracting(Alert::getAlertId)
                .containsOnly(alerts.get(0).getAlertId());
        assertThat(alerts)
                .extracting(Alert::getState)
                .startsWith(AlertState.OPENED)
                .endsWith(AlertState.CLOSED)
                .containsOnlyOnce(AlertState.OPENED, AlertState.CLOSED);
    }

    @Test
    void anEntityThatIsSnoozedRaisesNoAlertAndIsScoredAllTheSame() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        var until = StreamUnderTest.START.plusSeconds(1000 * 60);
        orderedBy(new Snooze("ana", until), "snooze/ana");

        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");

        assertThat(stream.alerts.isEmpty()).isTrue();
        assertThat(stream.scores.readValuesToList())
                .last()
                .extracting(Score::getFlagged)
                .isEqualTo(true);
    }

    @Test
    void anEntityThatIsResetIsNewAgain() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        orderedBy(new Renewal("ana", RenewalKind.RESET), "renewal/ana");

        stream.purchase("ana", KNOWN, "home");

        assertThat(stream.scores.readValuesToList()).last().satisfies(score -> {
            assertThat(score.getOutcome()).isEqualTo(Outcome.LEARNING);
            assertThat(score.getReferences()).isZero();
        });
    }

    private void orderedBy(SpecificRecord change, String key) {
        new ControlLog(Purchases.LAYOUT, stream.control(), new Counts(new SimpleMeterRegistry()))
                .accept(11, key, new Control(StreamUnderTest.START, "eve", "", change));
    }

    @Test
    void theScoreOfAnEventNamesItsAlert() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");

        List<Score> scores = stream.scores.readValuesToList();

        Score last = scores.get(scores.size() - 1);
        assertThat(last.getFlagged()).isTrue();
        assertThat(last.getAlertId()).isEqualTo(stream.alerts.readValue().getAlertId());
        assertThat(last.getSourceOffset()).isEqualTo(KNOWN + 1);
    }

    @Test
    void legitimateFeedbackAddsAReferenceAndClosesTheAlert() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");
        Alert opened = stream.alerts.readValue();
        stream.scores.readValuesToList();

        stream.say(Label.LEGITIMATE, "ana", opened.getAlertId(), null);

        Alert closed = stream.alerts.readValue();
        assertThat(closed.getState()).isEqualTo(AlertState.CLOSED);
        assertThat(closed.getAlertId()).isEqualTo(opened.getAlertId());
        assertThat(stream.alerts.isEmpty()).isTrue();
        stream.atHome("ana", KNOWN + 2, KNOWN + 7);
        List<Score> after = stream.scores.readValuesToList();
        assertThat(after.get(after.size() - 1).getReferences()).isGreaterThan(opened.getReferences());
        assertThat(stream.counted("twinwatch.feedback", "result", "absorbed")).isEqualTo(1);
    }

    @Test
    void legitimateFeedbackOnAnAlertThatGrewIsAboutItsNewestWindow() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");
        stream.purchase("ana", KNOWN + 2, "c");
        String alertId = stream.alerts.readValue().getAlertId();

        stream.say(Label.LEGITIMATE, "ana", alertId, null);

        List<Alert> later = stream.alerts.readValuesToList();
        Alert closed = later.get(later.size() - 1);
        assertThat(closed.getState()).isEqualTo(AlertState.CLOSED);
        assertThat(closed.getLatestEvent().getEventId()).isEqualTo("ana-14");
    }

    @Test
    void afterLegitimateFeedbackTheRestOfTheStoryOpensNoSecondAlert() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");
        stream.say(Label.LEGITIMATE, "ana", stream.alerts.readValue().getAlertId(), null);
        assertThat(stream.alerts.readValue().getState()).isEqualTo(AlertState.CLOSED);

        stream.purchase("ana", KNOWN + 2, "b");
        stream.purchase("ana", KNOWN + 3, "a");
        assertThat(stream.alerts.isEmpty())
                .as("a and b are still in the last four")
                .isTrue();

        stream.purchase("ana", KNOWN + 4, "x");
        stream.purchase("ana", KNOWN + 5, "y");
        assertThat(stream.alerts.readValuesToList()).extracting(Alert::getState).startsWith(AlertState.OPENED);
    }

    @Test
    void feedbackOnAnEventOfTheStoryClosesItToo() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");
        stream.alerts.readValue();

        stream.say(Label.LEGITIMATE, "ana", null, "ana-13");

        assertThat(stream.alerts.readValue().getState()).isEqualTo(AlertState.CLOSED);
    }

    @Test
    void fraudFeedbackTakesOutWhatCameSince() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");
        String alertId = stream.alerts.readValue().getAlertId();

        stream.say(Label.FRAUD, "ana", alertId, null);

        assertThat(stream.counted("twinwatch.feedback", "result", "taken_out")).isEqualTo(1);
    }

    @Test
    void fraudOnAnEventThatRaisedNothingIsFoundByItsTime() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        stream.scores.readValuesToList();

        stream.say(Label.FRAUD, "ana", null, "ana-5", StreamUnderTest.START.plusSeconds(5 * 60));

        assertThat(stream.counted("twinwatch.feedback", "result", "taken_out")).isEqualTo(1);
        stream.purchase("ana", KNOWN, "home");
        assertThat(stream.scores.readValue().getReason()).isEqualTo("1 of 2 reference windows");
    }

    @Test
    void legitimateFeedbackOnAnEventOfWhichNothingIsKeptStaysUnknown() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);

        stream.say(Label.LEGITIMATE, "ana", null, "ana-5", StreamUnderTest.START.plusSeconds(5 * 60));

        assertThat(stream.counted("twinwatch.feedback", "result", "kept_for_training"))
                .isEqualTo(1);
    }

    @Test
    void feedbackOnAnUnknownAlertIsCountedAndChangesNothing() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);

        stream.say(Label.LEGITIMATE, "ana", "no such alert", null);

        assertThat(stream.counted("twinwatch.feedback", "result", "kept_for_training"))
                .isEqualTo(1);
        assertThat(stream.alerts.isEmpty()).isTrue();
    }

    @Test
    void alertsOfTwoEventsInOneMillisecondAreBothKept() {
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, KNOWN);
        stream.atHome("ben", 0, KNOWN);
        // all records of the driver have one timestamp unless it is advanced
        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");
        stream.purchase("ana", KNOWN + 2, "c");

        stream.say(Label.LEGITIMATE, "ana", null, "ana-13");
        stream.say(Label.LEGITIMATE, "ana", null, "ana-14");

        assertThat(stream.counted("twinwatch.feedback", "result", "absorbed")).isEqualTo(2);
    }
}
