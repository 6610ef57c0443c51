package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a model keeps of labels; each of 1000 places is as common as any other. */
final class LearnedFraudsTest {
    private final TestEvents events = TestEvents.ofWatch("""
                    watch: cards
                    entity: who
                    sequence: {length: 4, minimum: 2}
                    features:
                      - {name: place, field: place, as: category, buckets: 1000}
                      - {name: new-place, field: place, as: novelty}
                    """);
    private final EvidenceModel model = TestModels.weighing(events.layout(), 1, "novelty new-place");

    @Test
    void aModelThatWasTaughtAddsWhatACaseOfTheSameFraudWouldAdd() {
        Window fraud = window("ana", "bar");
        LearnedFrauds learned = LearnedFrauds.of(events.layout(), Map.of("ana", List.of(fraud)));

        // log((1 + 10 / 1000) / (11 / 1000)) is 4.520, of which 3 may be coincidence
        assertThat(adds(learned, List.of(), "bar")).isCloseTo(Math.log1p(Math.exp(4.520 - 3)), within(1e-3));
        assertThat(adds(learned, List.of(), "pub")).isZero();
        assertThat(adds(LearnedFrauds.NONE, List.of(), "bar")).isZero();
    }

    @Test
    void aCaseThatItLearnedFromIsNotCountedAgainAndAnotherOneIs() {
        Window fraud = window("ana", "bar");
        LearnedFrauds learned = LearnedFrauds.of(events.layout(), Map.of("ana", List.of(fraud)));
        FraudCase same = FraudCase.of("a1", "ana", fraud, 0, true);
        FraudCase other = FraudCase.of("b1", "ben", window("ben", "bar"), 0, true);

        assertThat(adds(learned, List.of(same), "bar")).isEqualTo(adds(learned, List.of(), "bar"));
        assertThat(adds(learned, List.of(same, other), "bar")).isGreaterThan(adds(learned, List.of(), "bar"));
    }

    @Test
    void windowsWithinALengthOfEachOtherAreOneFraud() {
        Recent recent = new Recent(events.layout());
        for (int i = 0; i < 7; i++) {
            recent.append(events.next("ana", "place", "home"));
        }
        recent.append(events.next("ana", "place", "bar"));
        Window first = recent.window().copy();
        recent.append(events.next("ana", "place", "bar"));
        Window second = recent.window().copy();
        for (int i = 0; i < 5; i++) {
            recent.append(events.next("ana", "place", "home"));
        }
        recent.append(events.next("ana", "place", "pub"));
        Window later = recent.window().copy();

        LearnedFrauds learned = LearnedFrauds.of(events.layout(), Map.of("ana", List.of(first, second, later)));

        assertThat(learned.size()).isEqualTo(2);
    }

    @Test
    void numbersGiveTheSameBack() {
        LearnedFrauds learned = LearnedFrauds.of(events.layout(), Map.of("ana", List.of(window("ana", "bar"))));

        LearnedFrauds read = LearnedFrauds.of(learned.stretches(), learned.values());

        assertThat(adds(read, List.of(), "bar")).isEqualTo(adds(learned, List.of(), "bar"));
        assertThatThrownBy(() -> LearnedFrauds.of(new long[4], new long[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 and 3 numbers");
    }

    private double adds(LearnedFrauds learned, List<FraudCase> cases, String place) {
        return new CaseValues(model.knowing(learned), cases).adds(window("zoe", place));
    }

    /** Seven events at home and one at a place. */
    private Window window(String entity, String place) {
        Recent recent = new Recent(events.layout());
        for (int i = 0; i < 8; i++) {
            recent.append(events.next(entity, "place", i == 7 ? place : "home"));
        }
        return recent.window().copy();
    }
}
