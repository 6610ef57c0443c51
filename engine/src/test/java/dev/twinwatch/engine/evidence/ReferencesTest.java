package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.features.Window;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which references count, and how much. */
final class ReferencesTest {
    private static final String AMOUNTS = """
            watch: cards
            entity: who
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """;
    private static final String PLACES = """
            watch: cards
            entity: who
            sequence: {length: 4, minimum: 2}
            features:
              - {name: place, field: terminal, as: category, buckets: 5}
            """;
    /** Weight of the second newest reference. */
    private static final double OLDER = Math.pow(0.5, 1 / 25.0);

    private final TestEvents events = TestEvents.ofWatch(AMOUNTS);
    private final Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    private final Window first = events.window(1, 1, 1, 1, 1);
    private final Window second = events.window(5, 3, 3, 3, 3);

    @Test
    void aReferenceCountsOnceTheWindowSharesNoEventWithIt() {
        References references = scorer.references(List.of(first, second));

        assertThat(references.endingBefore(9)).isEqualTo(2);
        assertThat(references.endingBefore(8)).isEqualTo(1);
        assertThat(references.endingBefore(5)).isEqualTo(1);
        assertThat(references.endingBefore(4)).isZero();
        assertThat(references.endingBefore(9)).isEqualTo(2);
    }

    @Test
    void aNewerReferenceWeighsMore() {
        References references = scorer.references(List.of(first, second));

        references.endingBefore(9);

        assertThat((double) references.pool().fixed[0]).isCloseTo((OLDER * 1 + 3) / (OLDER + 1), within(1e-6));
        assertThat(references.pool().effective)
                .isCloseTo((OLDER + 1) * (OLDER + 1) / (OLDER * OLDER + 1), within(1e-9));
    }

    @Test
    void whatDoesNotCountLeavesNoTrace() {
        References references = scorer.references(List.of(first, second));

        references.endingBefore(9);
        references.endingBefore(8);

        assertThat(references.pool().fixed[0]).isEqualTo(1f);
        assertThat(references.pool().effective).isEqualTo(1.0);
    }

    @Test
    void anAppendedReferenceCountsAsIfItHadAlwaysBeenThere() {
        Window third = events.window(9, 5, 5, 5, 5);
        References appended = scorer.references(List.of(first, second));
        appended.endingBefore(9);

        scorer.append(appended, third, List.of(second, third));

        References made = scorer.references(List.of(second, third));
        assertThat(appended.endingBefore(13)).isEqualTo(made.endingBefore(13)).isEqualTo(2);
        assertThat(appended.pool().fixed).containsExactly(made.pool().fixed);
        assertThat(appended.pool().embedding).containsExactly(made.pool().embedding);
        assertThat(appended.pool().effective).isEqualTo(made.pool().effective);
    }

    @Test
    void theNextWindowMeetsTheOtherReferencesAlone() {
        Window third = events.window(9, 5, 5, 5, 5);
        References appended = scorer.references(List.of(first, second));

        scorer.append(appended, third, List.of(second, third));

        References made = scorer.references(List.of(second));
        made.endingBefore(10);
        assertThat(appended.pool().size()).isEqualTo(1);
        assertThat(appended.pool().fixed).containsExactly(made.pool().fixed);
        assertThat(appended.pool().embedding).containsExactly(made.pool().embedding);
    }

    @Test
    void aWindowLikeThoseThatAPersonConfirmedIsComparedWithThemAlone() {
        Window confirmed = events.window(9, 4, 4, 4, 4);
        List<Window> windows = List.of(events.window(1, 0, 0, 0, 0), events.window(5, 0, 0, 0, 0), confirmed);
        References references = scorer.references(windows);
        references.confirm(Set.of(12L));
        References unconfirmed = scorer.references(windows);
        References alone = scorer.references(List.of(confirmed));
        Stream.of(references, unconfirmed, alone).forEach(r -> r.endingBefore(13));

        Window like = events.window(13, 5, 5, 5, 5);
        assertThat(scorer.compare(like, unconfirmed).evidence()).isPositive();
        assertThat(scorer.compare(like, alone).evidence()).isNegative();
        assertThat(scorer.compare(like, references)).isEqualTo(scorer.compare(like, alone));

        Window unlike = events.window(13, -5, -5, -5, -5);
        assertThat(scorer.compare(unlike, references)).isEqualTo(scorer.compare(unlike, unconfirmed));
        Window usual = events.window(13, 1, 1, 1, 1);
        assertThat(scorer.compare(usual, references)).isEqualTo(scorer.compare(usual, unconfirmed));
    }

    @Test
    void aConfirmedReferenceCountsNoEarlierThanOthers() {
        References references = scorer.references(List.of(first, events.window(5, 6, 6, 6, 6)));
        references.confirm(Set.of(8L));

        references.endingBefore(8);
        assertThat(references.confirmed().isEmpty()).isTrue();

        references.endingBefore(9);
        assertThat(references.confirmed().effective).isEqualTo(1.0);
        assertThat(references.confirmed().fixed[0]).isEqualTo(6f);
    }

    @Test
    void theWeightOfAReferenceHalvesWithTheHalfLifeOfTheModel() {
        Scorer fast = new Scorer(scorer.model().halvingAfter(1));
        References references = fast.references(List.of(events.window(1, 5, 5, 5, 5), first, second));

        references.endingBefore(9);

        // weights 1/4, 1/2, 1
        assertThat(references.pool().fixed[0]).isCloseTo((5 / 4f + 1 / 2f + 3) / 1.75f, within(1e-6f));
        assertThat(references.pool().effective).isCloseTo(1.75 * 1.75 / (1 + 1 / 4.0 + 1 / 16.0), within(1e-9));
    }

    @Test
    void aReferenceShorterThanTheWindowWeighsByItsShareOfIt() {
        References references = scorer.references(List.of(first, events.window(5, 3)));

        references.endingBefore(6);

        // one event of four: a quarter of the weight, and a quarter of a reference
        assertThat((double) references.pool().fixed[0])
                .isCloseTo((OLDER * 1 + 3 / 4.0) / (OLDER + 1 / 4.0), within(1e-6));
        assertThat(references.pool().effective)
                .isCloseTo((OLDER + .25) * (OLDER + .25) / (OLDER * OLDER + .25), within(1e-9));
    }

    @Test
    void oneShortReferenceIsLessThanOne() {
        References references = scorer.references(List.of(events.window(1, 3)));

        references.endingBefore(2);

        assertThat(references.pool().fixed[0]).isEqualTo(3f);
        assertThat(references.pool().effective).isEqualTo(.25);
    }

    @Test
    void usesOfValuesAreWeighedLikewise() {
        TestEvents places = TestEvents.ofWatch(PLACES);
        Scorer fast = new Scorer(
                TestModels.weighing(places.layout(), 1, "usage place").halvingAfter(2));
        References references = fast.references(List.of(places.window(1, 1), places.window(2, 1), places.window(3, 1)));

        references.endingBefore(4);

        // one event each, whose place is missing: 1 + 1 / sqrt 2 + 1 / 2
        assertThat(references.pool().values[0].total()).isCloseTo(1.5 + Math.sqrt(.5), within(1e-6));
        assertThat(references.pool().values[0].count(0)).isCloseTo(1.5f + (float) Math.sqrt(.5), within(1e-6f));
    }

    @Test
    void aHalfLifeThatIsNoneIsRefused() {
        for (double halfLife : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e7}) {
            assertThatThrownBy(() -> scorer.model().halvingAfter(halfLife))
                    .hasMessage("half-life is " + halfLife + " references, expected over 0 and at most 1000000");
        }
    }

    @Test
    void ofSeveralHabitsTheNearestCounts() {
        References references = scorer.references(List.of(first, second));
        references.endingBefore(9);
        float[] one = scorer.embed(first);
        double cosine = 1 - Distances.cosine(one, scorer.embed(second));

        double nearest = references.pool().distanceToNearest(one);

        // shares of the older and the newer, and -t log of the shared exp(cosine / t) with t = .1
        double shares = (OLDER * Math.exp(10) + Math.exp(10 * cosine)) / (OLDER + 1);
        assertThat(nearest).isCloseTo(-0.1 * Math.log(shares), within(1e-5));
    }
}
