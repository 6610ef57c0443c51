package dev.twinwatch.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.trainer.source.Label;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Three events of -1 among four open an alert, at the third of them; each user has twelve events of history. */
final class TruthTest {
    private final Recorded history =
            new Recorded().add("a", 12, 1).add("b", 12, 1).add("c", 12, 1);
    private final Recorded events = new Recorded().after(history);

    @Test
    void alertThatOpensInATakeoverIsRightAndCatchesIt() {
        events.add("a", 4, 1).add("a", 4, -1).add("a", 4, 1);

        BacktestResult result = events.backtest(history, labels(fraud("a", 17, 20)));

        assertThat(findings(result)).containsExactly(new Finding.Right(3));
        assertThat(result.truth().takeovers())
                .containsExactly(
                        new Takeover("a", 4, OptionalInt.of(3), OptionalLong.empty(), List.of(fraud("a", 17, 20))));
    }

    @Test
    void alertThatOpensWithinAWindowAfterATakeoverIsLateAndDoesNotCatchIt() {
        events.add("a", 4, 1).add("a", 3, -1).add("a", 4, 1);

        BacktestResult result = events.backtest(history, labels(fraud("a", 17, 18)));

        assertThat(findings(result)).containsExactly(new Finding.Late(1));
        assertThat(result.truth().takeovers())
                .containsExactly(
                        new Takeover("a", 2, OptionalInt.empty(), OptionalLong.empty(), List.of(fraud("a", 17, 18))));
    }

    @Test
    void anyOtherAlertIsWrong() {
        events.add("b", 4, 1).add("b", 3, -1).add("b", 4, 1).add("a", 1, 1);

        BacktestResult result = events.backtest(history, labels(fraud("a", 13, 13)));

        assertThat(findings(result)).containsExactly(new Finding.Wrong());
    }

    @Test
    void fraudsWithinAWindowOfEachOtherAreOneTakeover() {
        events.add("a", 1, -1);
        Label first = fraud("a", events.newestId());
        events.add("b", 1, 1).add("a", 3, 1).add("a", 1, -1);
        Label second = fraud("a", events.newestId());
        events.add("a", 4, 1).add("a", 1, -1);
        Label apart = fraud("a", events.newestId());

        BacktestResult result = events.backtest(history, labels(first, second, apart));

        assertThat(result.truth().takeovers()).extracting(Takeover::events).containsExactly(2, 1);
        assertThat(result.truth().takeovers())
                .extracting(Takeover::labels)
                .containsExactly(List.of(first, second), List.of(apart));
    }

    @Test
    void rangesThatFollowEachOtherAreOneTakeover() {
        events.add("a", 4, 1).add("a", 4, -1).add("a", 4, 1);

        BacktestResult result = events.backtest(history, labels(fraud("a", 17, 18), fraud("a", 19, 20)));

        assertThat(result.truth().takeovers()).extracting(Takeover::events).containsExactly(4);
    }

    @Test
    void figuresFollowFromFindings() {
        events.add("a", 4, 1).add("a", 4, -1).add("a", 8, 1);
        events.add("b", 4, 1).add("b", 3, -1).add("b", 8, 1);
        events.add("c", 4, 1).add("c", 1, -1).add("c", 8, 1);

        Summary summary = Summary.of(events.backtest(history, labels(fraud("a", 17, 20), fraud("c", 17, 17))));

        assertThat(summary.alerts()).isEqualTo(2);
        assertThat(summary.takeovers()).hasValue(2);
        assertThat(summary.caught()).hasValue(1);
        assertThat(summary.falseAlerts()).hasValue(1);
        assertThat(summary.precision()).hasValue(.5);
        assertThat(summary.recall()).hasValue(.5);
        assertThat(summary.delayEvents()).isEqualTo(new Summary.Middle(OptionalDouble.of(3), OptionalDouble.of(3)));
        assertThat(summary.alertsPerDay()).as("positions are no days").isEmpty();
    }

    @Test
    void withoutLabelsNothingIsSaidOfTakeovers() {
        Summary summary = Summary.of(events.add("a", 4, 1).backtest(history, Optional.empty()));

        assertThat(summary.takeovers()).isEmpty();
        assertThat(summary.falseAlerts()).isEmpty();
        assertThat(summary.precision()).isEmpty();
        assertThat(summary.recall()).isEmpty();
    }

    @Test
    void labelsOfNothingAreTold() {
        Label unknown = fraud("nobody", 1, 5);
        Label later = fraud("a", 99, 100);

        BacktestResult.ByLabels truth =
                events.add("a", 4, 1).backtest(history, labels(unknown, later)).truth();

        assertThat(truth.ofUnknown()).containsExactly(unknown);
        assertThat(truth.ofNothing()).containsExactly(later);
        assertThat(truth.takeovers()).isEmpty();
    }

    @Test
    void eventsOfTheHistoryThatAreCalledFraudAreNoTakeoverButTold() {
        BacktestResult.ByLabels truth = events.add("a", 4, 1)
                .backtest(history, labels(fraud("a", 2, 4)))
                .truth();

        assertThat(truth.takeovers()).isEmpty();
        assertThat(truth.ofNothing()).isEmpty();
        assertThat(truth.fraudEnrolled()).isEqualTo(3);
    }

    @Test
    void middleOfFourIsBetweenTheTwoInTheMiddleAndNineInTenAreUpToTheLast() {
        Summary.Middle middle = Summary.Middle.of(DoubleStream.of(7, 1, 3, 2));

        assertThat(middle).isEqualTo(new Summary.Middle(OptionalDouble.of(2.5), OptionalDouble.of(7)));
    }

    private static List<Finding> findings(BacktestResult result) {
        return result.stories().stream().flatMap(s -> s.finding().stream()).toList();
    }

    private static Optional<List<Label>> labels(Label... labels) {
        return Optional.of(List.of(labels));
    }

    private static Label fraud(String user, long from, long to) {
        return new Label(user, "", from, to, Label.Kind.FRAUD, OptionalLong.empty());
    }

    private static Label fraud(String user, String event) {
        return new Label(user, event, 0, 0, Label.Kind.FRAUD, OptionalLong.empty());
    }
}
