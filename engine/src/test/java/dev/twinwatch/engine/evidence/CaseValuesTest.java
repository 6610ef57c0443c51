package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What new values say of who did it; each of 1000 places is as common as any other. */
final class CaseValuesTest {
    private final TestEvents events = TestEvents.ofWatch("""
                    watch: cards
                    entity: who
                    sequence: {length: 4, minimum: 2}
                    features:
                      - {name: place, field: place, as: category, buckets: 1000}
                      - {name: new-place, field: place, as: novelty}
                    """);
    private final EvidenceModel model = TestModels.weighing(events.layout(), 1, "novelty new-place");
    private final List<FraudCase> cases = new ArrayList<>();

    @Test
    void aNewPlaceOfAConfirmedFraudAddsEvidence() {
        confirm("c1", "ana", "bar");

        // log((1 + 10 / 1000) / (11 / 1000)) is 4.520, of which 3 may be coincidence
        assertThat(adds("bar")).isCloseTo(Math.log1p(Math.exp(4.520 - 3)), within(1e-3));
    }

    @Test
    void theMoreFraudsHadItTheMoreItSays() {
        confirm("c1", "ana", "bar");
        confirm("c2", "ben", "bar");

        assertThat(adds("bar")).isGreaterThan(Math.log1p(Math.exp(4.520 - 3)));
    }

    @Test
    void otherNewPlacesSayNothing() {
        confirm("c1", "ana", "bar");

        assertThat(adds("pub")).isZero();
    }

    @Test
    void aPlaceThatTheVictimHadAlwaysUsedSaysNothing() {
        confirm("c1", "ana", "bar");

        assertThat(adds("home")).isZero();
    }

    @Test
    void withoutCasesNothingIsAdded() {
        assertThat(adds("bar")).isZero();
    }

    @Test
    void aScorerKnowsTheCasesOfTheMomentAtWhichItCompares() {
        List<List<FraudCase>> known = new ArrayList<>(List.of(List.of()));
        Scorer scorer = new Scorer(model, () -> known.get(0));
        References references = scorer.references(List.of(window("zoe", "home"), window("zoe", "home")));
        references.endingBefore(Long.MAX_VALUE);
        Window window = window("zoe", "bar");
        double before = scorer.compare(window, references).evidence();

        confirm("c1", "ana", "bar");
        known.set(0, List.copyOf(cases));

        assertThat(scorer.compare(window, references).evidence() - before)
                .isCloseTo(Math.log1p(Math.exp(4.520 - 3)), within(1e-3));
    }

    @Test
    void theNearestCaseIsTheOneWithMostNewValuesInCommon() {
        confirm("c1", "ana", "pub");
        confirm("c2", "ben", "bar");
        Scorer scorer = new Scorer(model, () -> cases);

        NearestCase nearest = scorer.nearestCase(window("zoe", "bar")).orElseThrow();

        assertThat(nearest.fraudCase().id()).isEqualTo("c2");
        assertThat(nearest.shared()).isEqualTo(1);
        assertThat(nearest.distance()).isCloseTo(0, within(1e-6));
    }

    @Test
    void theMostTellingWindowHasMostNewValuesAndIsTheNewestOfSuch() {
        Window home = window("ana", "home");
        Window bar = window("ana", "bar");
        Window pub = window("ana", "pub");

        assertThat(FraudCase.mostTelling(List.of(home, bar, pub, home))).containsSame(pub);
        assertThat(FraudCase.mostTelling(List.of())).isEmpty();
    }

    private double adds(String place) {
        return new CaseValues(model, List.copyOf(cases)).adds(window("zoe", place));
    }

    private void confirm(String id, String entity, String place) {
        cases.add(FraudCase.of(id, entity, window(entity, place), 0, true));
    }

    /** Four events at home, then three at home and one at a place. */
    private Window window(String entity, String place) {
        Recent recent = new Recent(events.layout());
        for (int i = 0; i < 8; i++) {
            recent.append(events.next(entity, "place", i == 7 ? place : "home"));
        }
        return recent.window().copy();
    }
}
