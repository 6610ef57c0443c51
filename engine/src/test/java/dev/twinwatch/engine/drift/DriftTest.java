package dev.twinwatch.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.features.Hash64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DriftTest {
    private static final TestEvents EVENTS = TestEvents.ofWatch("""
            watch: cards
            entity: who
            id: id
            sequence: {length: 4, minimum: 2}
            features:
              - {name: spent, field: amount, as: number, scale: log}
              - {name: new-place, field: place, as: novelty}
            """);
    private static final long HOME = Hash64.of("home");
    /** Half of the amounts lie from 1 to 10, half over that up to 100; each place is home. */
    private static final UsualTraffic USUAL = new UsualTraffic(
            new UsualNumber(UsualTraffic.EVIDENCE, NumberBins.between(-2, -1), Shares.counted(0, 10, 0, 0)),
            List.of(new UsualNumber("amount", NumberBins.between(1, 10, 100), Shares.counted(0, 5, 5, 0, 0))),
            List.of(new UsualCategory(
                    "place",
                    CategoryBins.knowing(new long[] {HOME}, new int[] {CategoryBins.mark(HOME)}),
                    Shares.counted(10, 0, 0, 0))),
            0.25);

    private final TrafficCounter counter = new TrafficCounter(USUAL, EVENTS.layout());

    @Test
    void aDayLikeThoseOfTrainingHasNotMoved() {
        for (int i = 0; i < 10; i++) {
            count(-1.5, i % 2 == 0 ? 5.0 : 50.0, "home");
        }

        Drift drift = drift();

        assertThat(drift.events()).isEqualTo(10);
        assertThat(drift.moved()).extracting(Moved::name).containsExactly("evidence", "spent", "new-place");
        assertThat(drift.moved()).extracting(Moved::stabilityIndex).containsOnly(0.0);
        assertThat(strange(drift, 1).kind()).isEqualTo(Moved.Kind.OUT_OF_RANGE);
        assertThat(strange(drift, 1).share()).isZero();
        assertThat(strange(drift, 1).usual()).isEqualTo(1 / 12.5, within(1e-6));
    }

    @Test
    void largerAmountsAndNewPlacesAreNamedWithTheirShares() {
        for (int i = 0; i < 10; i++) {
            count(-1.5, i < 4 ? 50.0 : 500.0, i < 7 ? "home" : "abroad");
        }

        Drift drift = drift();

        assertThat(strange(drift, 1).share()).isEqualTo(0.6);
        assertThat(strange(drift, 2).kind()).isEqualTo(Moved.Kind.UNKNOWN);
        assertThat(strange(drift, 2).share()).isEqualTo(0.3);
        // of 12.5: usual 0.5 5.5 5.5 0.5 0.5, now 0.5 0.5 4.5 6.5 0.5;
        // (-5 ln(0.5 / 5.5) - ln(4.5 / 5.5) + 6 ln(6.5 / 0.5)) / 12.5
        assertThat(drift.moved().get(1).stabilityIndex()).isEqualTo(2.2064, within(1e-3));
        assertThat(drift.furthest().name()).isEqualTo("spent");
    }

    @Test
    void aMissingValueIsNoStrangeOneAndMovesItsFeature() {
        for (int i = 0; i < 10; i++) {
            count(-1.5, null, "home");
        }

        Drift drift = drift();

        assertThat(strange(drift, 1).share()).isZero();
        assertThat(drift.furthest().name()).isEqualTo("spent");
    }

    @Test
    void eachAbsorbedWindowIsAsManyEventsAsTheEncoderReads() {
        for (int i = 0; i < 10; i++) {
            counter.count(EVENTS.next("ana", "id", "e", "amount", 5.0, "place", "home"), -1.5, i == 9);
        }

        assertThat(drift().absorbed()).isEqualTo(0.4);
        assertThat(drift().usuallyAbsorbed()).isEqualTo(0.25);
    }

    @Test
    void whatTwoTasksCountedIsAddedUp() {
        count(-1.5, 5.0, "home");
        TrafficCounts other = TrafficCounts.of(counter.counts().values());
        count(-1.5, 500.0, "home");

        other.add(counter.counts());

        assertThat(Drift.of(EVENTS.layout(), USUAL, other).events()).isEqualTo(3);
        assertThat(strange(Drift.of(EVENTS.layout(), USUAL, other), 1).share()).isEqualTo(1 / 3.0);
    }

    @Test
    void countsOfAnotherModelAreRefused() {
        assertThatThrownBy(() -> counter.counts().add(TrafficCounts.of(1, 2)))
                .hasMessage("counts of 2 bins cannot be added to those of 15: they were counted for another model");
        assertThatThrownBy(() -> Drift.of(EVENTS.layout(), USUAL, TrafficCounts.of(1, 2)))
                .hasMessageEndingWith("they were counted for another model");
    }

    @Test
    void aFieldThatEventsDoNotHaveIsMissing() {
        TestEvents lacking = TestEvents.ofWatch("""
                watch: cards
                entity: who
                id: id
                sequence: {length: 4, minimum: 2}
                features:
                  - {name: spent, field: amount, as: number}
                """);
        TrafficCounter there = new TrafficCounter(USUAL, lacking.layout());

        there.count(lacking.next("ana", "id", "e", "amount", 5.0), -1.5, false);

        // events, absorbed, evidence in 4 bins, amount in 5, place in 4
        assertThat(there.counts().values()).containsExactly(1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1);
    }

    private void count(double evidence, @Nullable Double amount, String place) {
        counter.count(EVENTS.next("ana", "id", "e", "amount", amount, "place", place), evidence, false);
    }

    private Drift drift() {
        return Drift.of(EVENTS.layout(), USUAL, counter.counts());
    }

    private static Moved.Strange strange(Drift drift, int which) {
        Optional<Moved.Strange> strange = drift.moved().get(which).strange();
        return strange.orElseThrow();
    }
}
