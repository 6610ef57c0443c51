package dev.twinwatch.stream.dashboard;

import static dev.twinwatch.stream.Alerts.alert;
import static dev.twinwatch.stream.Alerts.alertAtRisk;
import static dev.twinwatch.stream.Alerts.alertWithoutTime;
import static dev.twinwatch.stream.Alerts.feedback;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Label;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecentAlertsTest {
    private final RecentAlerts recent = new RecentAlerts(2);

    @Test
    void aStoryThatGrowsStaysOneRow() {
        recent.take(alert("a", "ana", 10, 1), 0);
        recent.take(alert("a", "ana", 10, 3), 0);

        assertThat(recent.newest(10)).hasSize(1);
        assertThat(recent.newest(10).get(0).events()).isEqualTo(3);
        assertThat(recent.newest(10).get(0).state()).isEqualTo("GROWN");
    }

    @Test
    void aStoryThatClosedStillSaysWhyItWasTold() {
        recent.take(alert("a", "ana", 10, 1), 0);
        recent.take(
                Alert.newBuilder(alert("a", "ana", 10, 3))
                        .setState(AlertState.CLOSED)
                        .setReasons(List.of())
                        .build(),
                0);

        AlertRow row = recent.newest(10).get(0);
        assertThat(row.state()).isEqualTo("CLOSED");
        assertThat(row.events()).isEqualTo(3);
        assertThat(row.reasons()).extracting(AlertRow.Why::words).containsExactly("new-place: never used before");
    }

    @Test
    void theNewestOpeningIsFirstInWhateverOrderTheRecordsWereRead() {
        recent.take(alert("later", "ana", 20, 1), 0);
        recent.take(alert("earlier", "ben", 10, 1), 0);

        assertThat(recent.newest(10)).extracting(AlertRow::id).containsExactly("later", "earlier");
        assertThat(recent.newest(1)).extracting(AlertRow::id).containsExactly("later");
    }

    @Test
    void theMostAtRiskIsFirstThenTheNewestAndWhatIsNotKnownLast() {
        RecentAlerts four = new RecentAlerts(4);
        four.take(alert("unknown", "ben", 40, 1), 0);
        four.take(alertAtRisk("little", 30, 3), 0);
        four.take(alertAtRisk("older", 10, 900), 0);
        four.take(alertAtRisk("newer", 20, 900), 0);

        assertThat(four.mostAtRisk(10)).extracting(AlertRow::id).containsExactly("newer", "older", "little", "unknown");
        assertThat(four.mostAtRisk(1)).extracting(AlertRow::id).containsExactly("newer");
    }

    @Test
    void overItsBoundTheOldestStoryIsForgotten() {
        recent.take(alert("third", "ana", 30, 1), 0);
        recent.take(alert("first", "ben", 10, 1), 0);
        recent.take(alert("second", "cyd", 20, 1), 0);

        assertThat(recent.newest(10)).extracting(AlertRow::id).containsExactly("third", "second");
        assertThat(recent.alert("first")).isEmpty();
    }

    @Test
    void withoutACalendarTheFirstRecordOfAStoryGivesItsPlace() {
        recent.take(alertWithoutTime("early", "ana"), 5_000);
        recent.take(alertWithoutTime("middle", "ben"), 6_000);
        recent.take(alertWithoutTime("early", "ana"), 9_000);

        assertThat(recent.newest(10)).extracting(AlertRow::id).containsExactly("middle", "early");
        assertThat(recent.newest(10).get(1).opened().time()).isNull();
    }

    @Test
    void feedbackIsShownWhicheverOfTheTwoWasReadFirst() {
        recent.take(feedback("a", Label.FRAUD, "stolen"));
        recent.take(alert("a", "ana", 10, 1), 0);
        recent.take(alert("b", "ben", 20, 1), 0);
        recent.take(feedback("b", Label.LEGITIMATE, null));

        assertThat(recent.newest(10))
                .extracting(AlertRow::said)
                .containsExactly(
                        new AlertRow.Said("LEGITIMATE", "tester", null, 100_000),
                        new AlertRow.Said("FRAUD", "tester", "stolen", 100_000));
    }

    @Test
    void whatWasSaidLastCounts() {
        recent.take(alert("a", "ana", 10, 1), 0);
        recent.take(feedback("a", Label.FRAUD, null));
        recent.take(feedback("a", Label.LEGITIMATE, "on holiday"));

        assertThat(recent.newest(1).get(0).said())
                .isEqualTo(new AlertRow.Said("LEGITIMATE", "tester", "on holiday", 100_000));
    }

    @Test
    void onlyWhatChangedSinceIsGivenInTheOrderOfTheChanges() {
        recent.take(alert("a", "ana", 10, 1), 0);
        recent.take(alert("b", "ben", 20, 1), 0);
        long seen = recent.changedAfter(0).upTo();
        recent.take(feedback("b", Label.FRAUD, null));
        recent.take(alert("a", "ana", 10, 2), 0);

        assertThat(recent.changedAfter(0).rows()).extracting(AlertRow::id).containsExactly("b", "a");
        assertThat(recent.changedAfter(seen).rows()).extracting(AlertRow::id).containsExactly("b", "a");
        assertThat(recent.changedAfter(seen + 1).rows())
                .extracting(AlertRow::id)
                .containsExactly("a");
        assertThat(recent.changedAfter(seen + 2).rows()).isEmpty();
    }

    @Test
    void whoSawAChangeOfAForgottenStoryWaitsForTheNextOne() throws InterruptedException {
        recent.take(alert("b", "ben", 20, 1), 0);
        recent.take(alert("c", "cyd", 30, 1), 0);
        recent.take(alert("a", "ana", 10, 1), 0);

        RecentAlerts.Changes changes = recent.changedAfter(0);

        assertThat(changes.rows()).extracting(AlertRow::id).containsExactly("b", "c");
        assertThat(changes.upTo())
                .as("the change of a, which is the oldest of three")
                .isEqualTo(3);
        long start = System.nanoTime();
        recent.awaitChangeAfter(changes.upTo(), Duration.ofMillis(50));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(40));
    }

    @Test
    void whoWaitsIsWokenByAChangeThatIsAlreadyThere() throws InterruptedException {
        recent.take(alert("a", "ana", 10, 1), 0);

        long start = System.nanoTime();
        recent.awaitChangeAfter(0, Duration.ofMinutes(10));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aTextThatFillsAScreenIsCutInTheRowAndWholeForTheAnswer() {
        recent.take(alert("a", "x".repeat(5_000), 10, 1), 0);

        assertThat(recent.newest(1).get(0).entity()).hasSize(300).endsWith("x…");
        assertThat(recent.alert("a"))
                .hasValueSatisfying(alert -> assertThat(alert.getEntity()).hasSize(5_000));
    }
}
