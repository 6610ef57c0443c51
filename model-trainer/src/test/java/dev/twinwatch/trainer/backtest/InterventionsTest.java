package dev.twinwatch.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.contracts.Renewal;
import dev.twinwatch.contracts.RenewalKind;
import dev.twinwatch.contracts.Snooze;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Alert.State;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.EventSource;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each user has twelve events that are enrolled, then four like them, four of another sign and as many like the first as a test
 * says. Of 4 events 3 or 4 are of the other sign at events 19, 20 and 21, which are over the limit of .5, and event 25 ends the
 * window of quiet. An event was written as many seconds after 1970 as its number says.
 */
final class InterventionsTest {
    private static final String VERSION = "v1";
    /** Event times are numbers here, and 1 ms is 1000 microseconds. */
    private static final Instant AFTER_ALL_EVENTS = Instant.ofEpochMilli(1);

    private final Kept<Control> control = new Kept<>();
    private final Kept<Feedback> feedback = new Kept<>();

    @Test
    void withoutAnyIsTheAlertThatTheOthersAreComparedWith() {
        assertThat(stories(run("a", 8))).containsExactly(new Told("a", 19, State.CLOSED, 3));
        assertThat(stories(run("a", 2))).containsExactly(new Told("a", 19, State.OPENED, 3));
    }

    @Test
    void aSnoozeHoldsFromWhenItWasWrittenUntilItIsTakenBack() {
        control.at(18.5, "snooze/a", snooze("a")).at(19.5, "snooze/a", null);

        assertThat(stories(run("a", 8))).containsExactly(new Told("a", 20, State.CLOSED, 2));
    }

    @Test
    void aSnoozeThatIsWrittenAfterTheOpeningLeavesTheAlert() {
        control.at(19.5, "snooze/a", snooze("a"));

        assertThat(stories(run("a", 8))).containsExactly(new Told("a", 19, State.CLOSED, 3));
    }

    @Test
    void aResetEndsTheAlertAtTheNextEventAndForgetsWhatItWasComparedWith() {
        control.at(19.5, "renewal/a", change(new Renewal("a", RenewalKind.RESET)));

        assertThat(stories(run("a", 8))).containsExactly(new Told("a", 19, State.CLOSED, 1));
    }

    @Test
    void aLimitHoldsFromWhenItWasWrittenForItsBundleAlone() {
        control.at(19.5, "limits/all", limit(2, VERSION)).at(20.5, "limits/all", limit(3, "another"));

        BacktestResult result = run("a", 8);

        assertThat(stories(result)).containsExactly(new Told("a", 19, State.CLOSED, 1));
        assertThat(result.effects().orders()).isEqualTo(1);
        assertThat(result.effects().ofOtherModels()).isEqualTo(1);
    }

    @Test
    void whatStandsLaterInTheTopicNeverActsBeforeWhatStandsInFrontOfIt() {
        control.at(20.5, "snooze/a", snooze("a")).at(18.5, "snooze/a", null);

        assertThat(stories(run("a", 8))).containsExactly(new Told("a", 19, State.CLOSED, 3));
    }

    @Test
    void aWordOfLegitimateClosesTheAlertAlsoAfterTheLastEvent() {
        feedback.at(21.5, "a", said("a", Label.LEGITIMATE)).at(21.5, "b", said("b", Label.FRAUD));

        BacktestResult result = run("a", 1);

        assertThat(stories(result)).containsExactly(new Told("a", 19, State.CLOSED, 3));
        assertThat(result.effects().heard()).isEqualTo(Map.of("ABSORBED", 1L));
        assertThat(result.effects().unheard()).as("b has no event").isEqualTo(1);
    }

    @Test
    void whatIsSaidBeforeAnAlertIsOfNothing() {
        feedback.at(18.5, "a", said("a", Label.LEGITIMATE));

        BacktestResult result = run("a", 2);

        assertThat(stories(result)).containsExactly(new Told("a", 19, State.OPENED, 3));
        assertThat(result.effects().heard()).isEqualTo(Map.of("KEPT_FOR_TRAINING", 1L));
    }

    @Test
    void ordersActTheSameWhetherEventsComeByTheirTimesOrUserAfterUser() {
        control.at(18.5, "snooze/b", snooze("b")).at(20.5, "limits/all", limit(2, VERSION));
        Recorded byTime = new Recorded();
        IntStream.range(0, 12).forEach(n -> byTime.add("a", 1, 1).add("b", 1, 1).add("c", 1, 1));
        IntStream.range(0, 4).forEach(n -> byTime.add("a", 1, 1).add("b", 1, 1).add("c", 1, 1));
        IntStream.range(0, 4)
                .forEach(n -> byTime.add("a", 1, -1).add("b", 1, -1).add("c", 1, -1));
        Recorded byUser = new Recorded();
        for (String user : List.of("a", "b", "c")) {
            byUser.add(user, 16, 1).add(user, 4, -1);
        }

        List<Told> told = stories(run(Optional.empty(), new Stamped(byTime.source())));

        assertThat(told)
                .containsExactlyInAnyOrder(new Told("a", 19, State.OPENED, 2), new Told("c", 19, State.OPENED, 2));
        assertThat(stories(run(Optional.empty(), new Stamped(byUser.source()))))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void recordsOfModelsArePassedOverAndThoseThatCannotBeCarriedOutAreRefused() {
        control.at(1, "model", change(new ModelPointer("v1", null, 1L, null)))
                .at(1, "bundle/v1/0", change(new BundleChunk("v1", 0, 1, 1L, ByteBuffer.wrap(new byte[] {7}))))
                .at(1, "bundle/v1/0", null)
                .at(2, "limits/new", change(new Limits("new", 2.0, Instant.EPOCH, VERSION, null)))
                .broken("is cut")
                .at(99, "snooze/a", snooze("a"));
        feedback.at(1, "", new Feedback("a", null, " ", null, Instant.EPOCH, Label.FRAUD, "eve", null, null));

        Effects effects = run("a", 8).effects();

        assertThat(effects.ofModels()).isEqualTo(3);
        assertThat(effects.orders()).isEqualTo(1);
        assertThat(effects.late()).isEqualTo(1);
        assertThat(effects.refused())
                .containsExactly(
                        "kept 3: limit 2.0 of cohort new for model v1 cannot hold: expected a number, the cohort `all`"
                                + " and the SHA-256 of a bundle",
                        "kept 4: is cut",
                        "kept 0: feedback has neither alert_id nor event_id: say which alert or event it is about");
    }

    @Test
    void recordsOfFilesActFromWhenTheyWereAskedForOrBecameKnown() {
        control.untimed(new Control(Instant.ofEpochMilli(19_500), "eve", "", new Snooze("a", AFTER_ALL_EVENTS)))
                .untimed(new Control(
                        Instant.ofEpochMilli(19_500), "eve", "", new Limits("all", 2.0, Instant.EPOCH, VERSION, null)));
        feedback.untimed(said("a", Label.LEGITIMATE, Instant.ofEpochMilli(19_700)));

        BacktestResult result = run("a", 0);

        assertThat(stories(result)).containsExactly(new Told("a", 19, State.CLOSED, 1));
        assertThat(result.effects().heard()).isEqualTo(Map.of("ABSORBED", 1L));
    }

    @Test
    void eventsWithoutATimeCannotBeToldWhatCameBeforeThem() {
        control.at(1, "snooze/a", snooze("a"));

        assertThatThrownBy(() ->
                        run(Optional.empty(), new Recorded().add("a", 1, 1).source()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--control and --feedback act between events by their times, and events of t.csv have none:"
                        + " read them from the topic of the service, or leave these options out");
    }

    private record Told(String entity, long opening, State state, int events) {}

    private static List<Told> stories(BacktestResult result) {
        return result.stories().stream()
                .map(story -> new Told(story.entity(), story.opening().number(), story.state(), story.events()))
                .toList();
    }

    private BacktestResult run(String user, int more) {
        Recorded history = new Recorded().add(user, 12, 1);
        Recorded events =
                new Recorded().after(history).add(user, 4, 1).add(user, 4, -1).add(user, more, 1);
        return run(Optional.of(new Stamped(history.source())), new Stamped(events.source()));
    }

    private BacktestResult run(Optional<EventSource> history, EventSource events) {
        Contestant contestant = new Contestant(
                "hand-made",
                Recorded.CONTESTANT.model(),
                Recorded.CONTESTANT.rule(),
                Optional.empty(),
                Optional.of(VERSION));
        Interventions interventions = new Interventions(
                Optional.of(ControlHistory.read(contestant.model().layout(), contestant.version(), control)),
                Optional.of(FeedbackHistory.read(feedback)));
        return new Backtest(contestant, Optional.empty(), interventions, 2, RejectListener.NOBODY, Progress.SILENT)
                .run(history, events);
    }

    private static Control snooze(String entity) {
        return change(new Snooze(entity, AFTER_ALL_EVENTS));
    }

    private static Control limit(double limit, String model) {
        return change(new Limits("all", limit, Instant.EPOCH, model, null));
    }

    private static Control change(Object change) {
        return new Control(Instant.EPOCH, "eve", "", change);
    }

    private static Feedback said(String entity, Label label) {
        return said(entity, label, Instant.EPOCH);
    }

    /** Of the alert that event 19 opens, the seventh row that is decided. */
    private static Feedback said(String entity, Label label, Instant knownAt) {
        String alertId = Alert.idOf("tests", entity, "t.csv-0-7");
        return new Feedback(entity, alertId, null, null, knownAt, label, "eve", null, null);
    }
}
