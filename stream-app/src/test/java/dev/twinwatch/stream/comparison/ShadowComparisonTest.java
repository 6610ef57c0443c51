package dev.twinwatch.stream.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.contracts.ShadowScore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An event of ana each hour, scored by model `a`, which decides, and by model `b`. */
final class ShadowComparisonTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final ShadowComparison comparison = new ShadowComparison("a", "b");
    private int hour;

    @Test
    void alertsThatShareAnEventAreOneStoryAndTheOthersStandAlone() {
        scored(null, null);
        scored("a1", null);
        scored("a1", "b1");
        scored(null, null);
        scored(null, "b2");

        Compared compared = comparison.result();

        assertThat(compared.events()).isEqualTo(5);
        assertThat(compared.both()).isEqualTo(1);
        assertThat(compared.live().alerts()).isEqualTo(1);
        assertThat(compared.live().alone()).isEmpty();
        assertThat(compared.shadow().alerts()).isEqualTo(2);
        assertThat(compared.shadow().alone()).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo("b2");
            assertThat(alert.event()).isEqualTo("e5");
            assertThat(alert.time()).isEqualTo(START.plusSeconds(4 * 3600));
        });
    }

    @Test
    void anAlertThatWasOpenBeforeAndHasNoMoreEventsOverTheLimitIsNotCounted() {
        comparison.take(score("a", "b", "a0", null, false));
        scored("a1", null);

        assertThat(comparison.result().live().alone())
                .extracting(ComparedAlert::id)
                .containsExactly("a1");
    }

    @Test
    void delayIsCountedInEventsOfTheEntity() {
        scored("a1", null);
        scored("a1", null);
        scored("a1", "b1");
        scored(null, null);
        scored(null, "b2");
        scored("a2", "b2");

        Compared compared = comparison.result();

        assertThat(compared.later()).as("two events later, one event sooner").containsExactly(-1L, 2L);
        assertThat(compared.medianLater()).hasValue(0.5);
    }

    @Test
    void alertsADayAreCountedOverTheTimeOfTheEvents() {
        for (int i = 0; i <= 48; i++) {
            scored(null, i == 0 ? "b1" : null);
        }

        assertThat(comparison.result().days()).hasValue(2);
    }

    @Test
    void feedbackSaysWhichOfThemWasRight() {
        said(Label.FRAUD, "a1", null);
        said(Label.FRAUD, null, "e3");
        said(Label.LEGITIMATE, null, "e4");
        said(Label.FRAUD, null, "never scored");
        scored("a1", null);
        scored("a1", "b1");
        scored(null, "b2");
        scored("a2", null);

        Compared compared = comparison.result();

        assertThat(compared.frauds()).isEqualTo(2);
        assertThat(compared.live().frauds()).as("a1").isEqualTo(1);
        assertThat(compared.shadow().frauds())
                .as("a1, of which it has an event, and e3")
                .isEqualTo(2);
        assertThat(compared.legitimates()).isEqualTo(1);
        assertThat(compared.live().legitimates()).isEqualTo(1);
        assertThat(compared.shadow().legitimates()).isZero();
    }

    @Test
    void whatAPersonSaidLastCounts() {
        said(Label.FRAUD, "a1", null);
        said(Label.LEGITIMATE, "a1", null);
        scored("a1", null);

        assertThat(comparison.result().frauds()).isZero();
        assertThat(comparison.result().legitimates()).isEqualTo(1);
    }

    @Test
    void scoresOfOtherModelsAndThoseWithoutAShadowArePassedOver() {
        comparison.take(score("c", "b", "a1", "b1"));
        comparison.take(score("a", "c", "a1", "b1"));
        comparison.take(score("a", null, "a1", null));

        assertThat(comparison.result().events()).isZero();
        assertThat(comparison.result().days()).isEmpty();
    }

    private void said(Label label, @Nullable String alert, @Nullable String event) {
        comparison.take(new Feedback("ana", alert, event, null, START, label, "tester", null, null));
    }

    private void scored(@Nullable String byLive, @Nullable String byShadow) {
        comparison.take(score("a", "b", byLive, byShadow));
    }

    private Score score(String live, @Nullable String shadow, @Nullable String byLive, @Nullable String byShadow) {
        return score(live, shadow, byLive, byShadow, byLive != null);
    }

    private Score score(
            String live, @Nullable String shadow, @Nullable String byLive, @Nullable String byShadow, boolean flagged) {
        Instant time = START.plusSeconds(3600L * hour++);
        return Score.newBuilder()
                .setEventId("e" + hour)
                .setEntity("ana")
                .setEventTime(time)
                .setOutcome(Outcome.SCORED)
                .setEvidence(byLive == null ? 0.0 : 5.0)
                .setLimit(2.0)
                .setFlagged(flagged)
                .setAlertId(byLive)
                .setModelVersion(live)
                .setSourceTopic("payments")
                .setSourcePartition(0)
                .setSourceOffset(hour)
                .setShadow(
                        new ShadowScore(shadow, byShadow == null ? 0.0 : 5.0, 2.0, byShadow != null, byShadow, false))
                .build();
    }
}
