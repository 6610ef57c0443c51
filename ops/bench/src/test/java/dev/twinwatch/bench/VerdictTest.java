package dev.twinwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void sampleGivesEventsInASecondAndCpuForAMillion() {
        Sample sample = new Sample(50_000, 2, 1.5);

        assertThat(sample.eventsPerSecond()).isEqualTo(25_000);
        assertThat(sample.cpuSecondsPerMillion()).isCloseTo(30, within(1e-9));
    }

    @Test
    void sampleWithoutEventsOrTimeIsRefused() {
        assertThatThrownBy(() -> new Sample(0, 1, 1)).hasMessageContaining("raise --events");
        assertThatThrownBy(() -> new Sample(10, 0, 1)).hasMessageContaining("raise --events");
        assertThatThrownBy(() -> new Sample(10, 1, 0)).hasMessageContaining("raise --events");
    }

    @Test
    void ratiosAreThoseOfTheMediansSoThatOneBadRoundDoesNotCount() {
        List<Sample> full = List.of(new Sample(3_000, 1, 1), new Sample(100, 1, 1), new Sample(4_000, 1, 1));
        List<Sample> control = List.of(new Sample(4_000, 1, 1), new Sample(5_000, 1, 1), new Sample(6_000, 1, 1));

        Verdict verdict = new Verdict(full, control);

        assertThat(verdict.fullEventsPerSecond()).isEqualTo(3_000);
        assertThat(verdict.controlEventsPerSecond()).isEqualTo(5_000);
        assertThat(verdict.ratio()).isCloseTo(0.6, within(1e-9));
        // 1/3000 s of CPU for an event beside 1/5000 s.
        assertThat(verdict.cpuRatio()).isCloseTo(5 / 3.0, within(1e-9));
    }

    @Test
    void medianOfAnEvenNumberOfRoundsLiesBetweenTheMiddleTwo() {
        List<Sample> full = List.of(new Sample(1_000, 1, 1), new Sample(3_000, 1, 1));

        Verdict verdict = new Verdict(full, full);

        assertThat(verdict.fullEventsPerSecond()).isEqualTo(2_000);
    }

    @Test
    void halfOfTheSpeedIsEnoughAndLessIsNot() {
        Sample control = new Sample(1_000, 1, 1);

        assertThat(new Verdict(List.of(new Sample(500, 1, 1)), List.of(control)).passed())
                .isTrue();
        assertThat(new Verdict(List.of(new Sample(499, 1, 1)), List.of(control)).passed())
                .isFalse();
    }

    @Test
    void roundsOfOneSideOnlyAreRefused() {
        List<Sample> one = List.of(new Sample(1_000, 1, 1));

        assertThatThrownBy(() -> new Verdict(one, List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new Verdict(List.of(), List.of())).hasMessageContaining("at least one");
    }
}
