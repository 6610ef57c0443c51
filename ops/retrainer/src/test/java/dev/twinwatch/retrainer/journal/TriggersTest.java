package dev.twinwatch.retrainer.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.contracts.RetrainingTrigger;
import dev.twinwatch.retrainer.history.Offsets;
import dev.twinwatch.stream.settings.RetrainingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TriggersTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Journal journal = new Journal();
    private final Triggers triggers = new Triggers(settings(Optional.of(Duration.ofDays(7))), NOON);

    @Test
    void asManyNewLabelsAsTheSettingsSayAreDueAndOneLessIsNot() {
        assertThat(triggers.due(journal, 29, NOON)).isEmpty();

        assertThat(triggers.due(journal, 30, NOON)).get().satisfies(due -> {
            assertThat(due.trigger()).isEqualTo(RetrainingTrigger.LABELS);
            assertThat(due.reason()).isEqualTo("30 new labels, retraining.labels is 30");
        });
    }

    @Test
    void aRequestIsDueWithoutLabelsUnderItsOwnIdUntilItIsAnswered() {
        journal.add(step("r1", RetrainingStep.REQUESTED, NOON, RetrainingTrigger.DRIFT));

        assertThat(triggers.due(journal, 0, NOON))
                .hasValue(new Triggers.Due("r1", RetrainingTrigger.DRIFT, "ana asked for it: because"));

        journal.add(step("r1", RetrainingStep.STARTED, NOON, RetrainingTrigger.DRIFT));
        assertThat(triggers.due(journal, 0, NOON)).isEmpty();
    }

    @Test
    void theScheduleCountsFromTheEndOfTheLastOneAndBeforeTheFirstFromTheStart() {
        assertThat(triggers.due(journal, 0, NOON.plus(Duration.ofDays(7)))).isPresent();

        journal.add(step("a", RetrainingStep.REFUSED, NOON.plus(Duration.ofDays(6)), null));
        assertThat(triggers.due(journal, 0, NOON.plus(Duration.ofDays(12)))).isEmpty();
        assertThat(triggers.due(journal, 0, NOON.plus(Duration.ofDays(13))))
                .get()
                .extracting(Triggers.Due::trigger)
                .isEqualTo(RetrainingTrigger.SCHEDULE);
    }

    @Test
    void withoutAScheduleTimeAloneIsNoReason() {
        Triggers off = new Triggers(settings(Optional.empty()), NOON);

        assertThat(off.due(journal, 0, NOON.plus(Duration.ofDays(3650)))).isEmpty();
    }

    @Test
    void otherRequestsAreAnsweredByTheSameOne() {
        journal.add(step("r1", RetrainingStep.REQUESTED, NOON, null));
        journal.add(step("r2", RetrainingStep.REQUESTED, NOON, null));

        Triggers.Due due = triggers.due(journal, 0, NOON).orElseThrow();

        assertThat(due.id()).isEqualTo("r1");
        assertThat(Triggers.alsoAnswered(journal, due))
                .extracting(Retraining::getId)
                .containsExactly("r2");
    }

    @Test
    void whatWasBegunAndHasNoEndIsUnfinished() {
        journal.add(step("a", RetrainingStep.STARTED, NOON, null));
        journal.add(step("a", RetrainingStep.PROGRESS, NOON, null));
        assertThat(journal.unfinished()).get().extracting(Retraining::getId).isEqualTo("a");

        journal.add(step("a", RetrainingStep.FAILED, NOON, null));
        assertThat(journal.unfinished()).isEmpty();
        assertThat(journal.endOf("a")).isPresent();
    }

    @Test
    void whoeverAskedForOneThatAnotherAnsweredHearsHowThatEnded() {
        journal.add(step("r2", RetrainingStep.REQUESTED, NOON, null));
        journal.add(step("r2", RetrainingStep.SKIPPED, NOON, null));
        journal.add(step("r1", RetrainingStep.STARTED, NOON, null));
        assertThat(journal.endOf("r2")).isEmpty();

        journal.add(step("r1", RetrainingStep.PUBLISHED, NOON, null));
        journal.add(step("later", RetrainingStep.FAILED, NOON, null));

        assertThat(journal.endOf("r2")).get().extracting(Retraining::getId).isEqualTo("r1");
    }

    @Test
    void labelsCountFromWhereTheLastOneThatWasBegunHadRead() {
        assertThat(journal.feedbackRead()).isEqualTo(Offsets.BEGINNING);

        journal.add(step("a", RetrainingStep.STARTED, NOON, null));
        journal.add(step("a", RetrainingStep.REFUSED, NOON, null));

        assertThat(journal.feedbackRead().in(0)).isEqualTo(17);
        assertThat(journal.feedbackRead().in(1)).isZero();
    }

    private static Retraining step(String id, RetrainingStep what, Instant at, @Nullable RetrainingTrigger trigger) {
        Map<String, Long> read = what == RetrainingStep.STARTED ? Map.of("0", 17L) : Map.of();
        return new Retraining(id, at, "ana", what, "because", trigger, null, null, Map.of(), 0, read, Map.of());
    }

    private static RetrainingSettings settings(Optional<Duration> every) {
        return new RetrainingSettings(30, every, Duration.ofDays(90), 1_000, false, .05, 1.5, 800, 0);
    }
}
