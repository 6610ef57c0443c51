package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.features.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comparing a window with references gives. */
final class ScorerTest {
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
              - {name: new-place, field: terminal, as: novelty}
              - {name: usual, field: amount, as: relative}
            """;
    /** Weight of the second newest reference. */
    private static final double OLDER = Math.pow(0.5, 1 / 25.0);

    private final TestEvents events = TestEvents.ofWatch(AMOUNTS);
    private final Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    private final Window first = events.window(1, 1, 1, 1, 1);
    private final Window second = events.window(5, 3, 3, 3, 3);

    @Test
    void withoutReferencesEvidenceIsZeroAndTheDistanceOne() {
        Comparison comparison = scorer.compare(first, scorer.references(List.of()));

        assertThat(comparison.evidence()).isEqualTo(0.0);
        assertThat(comparison.distance()).isEqualTo(1.0);
    }

    @Test
    void referencesThatDoNotCountAreNone() {
        References references = scorer.references(List.of(first));
        references.endingBefore(2);

        assertThat(scorer.compare(second, references).evidence()).isEqualTo(0.0);
    }

    @Test
    void evidenceOfAFullWindowByHand() {
        References references = scorer.references(List.of(events.window(1, 0, 0, 0, 0), events.window(5, 0, 0, 0, 0)));
        references.endingBefore(9);
        double n = (OLDER + 1) * (OLDER + 1) / (OLDER * OLDER + 1);

        double evidence =
                scorer.compare(events.window(9, 6, 6, 6, 6), references).evidence();

        double own = 1 + 4 / (4 * n + 1);
        double ratio = (36 / own + Math.log(own / 5) - 36 / 5.0) / 2;
        assertThat(ratio).isCloseTo(8.24, within(.001));
        assertThat(evidence).isCloseTo(damped(ratio), within(1e-5));
    }

    @Test
    void aShorterWindowHasLessConfidence() {
        References references = scorer.references(List.of(events.window(1, 0, 0, 0, 0), events.window(5, 0, 0, 0, 0)));
        references.endingBefore(9);
        double n = (OLDER + 1) * (OLDER + 1) / (OLDER * OLDER + 1);

        double evidence = scorer.compare(events.window(9, 6, 6), references).evidence();

        double own = 2 + 4 / (4 * n + 1);
        double ratio = (36 / own + Math.log(own / 6) - 36 / 6.0) / 2;
        assertThat(evidence)
                .isCloseTo(Math.sqrt(0.5) * damped(ratio), within(1e-5))
                .isLessThan(
                        scorer.compare(events.window(9, 6, 6, 6, 6), references).evidence());
    }

    @Test
    void aRatioCountsInFullNearZeroAndByItsLogarithmFarFromIt() {
        // one reference of 0: own variance 1 + 4 / 5, anyone's 5; the ratio of x is slope x^2 + constant
        double constant = Math.log(1.8 / 5) / 2;
        double slope = (1 / 1.8 - 1 / 5.0) / 2;

        assertThat(evidenceAt(0)).isCloseTo(constant, within(.01));
        assertThat(evidenceAt(2)).isCloseTo(4 * slope + constant, within(.001));
        assertThat(evidenceAt(10)).isCloseTo(damped(100 * slope + constant), within(1e-4));
        // far away 4 asinh(x / 4) is 4 log(x / 2), and ten times as far is a hundred times the ratio
        assertThat(evidenceAt(1_000) - evidenceAt(100)).isCloseTo(4 * Math.log(100), within(.01));
    }

    @Test
    void comparisonsAreEqualWhereAllTheirNumbersAre() {
        Comparison comparison = new Comparison(1.5, .5, new double[] {1, 2});

        assertThat(comparison)
                .isEqualTo(new Comparison(1.5, .5, new double[] {1, 2}))
                .hasSameHashCodeAs(new Comparison(1.5, .5, new double[] {1, 2}))
                .isNotEqualTo(new Comparison(1.6, .5, new double[] {1, 2}))
                .isNotEqualTo(new Comparison(1.5, .6, new double[] {1, 2}))
                .isNotEqualTo(new Comparison(1.5, .5, new double[] {1, 3}))
                .hasToString("Comparison[evidence=1.5, distance=0.5, inputs=[1.0, 2.0]]");
    }

    @Test
    void evidenceIsFiniteWhateverTheWindow() {
        Scorer all = new Scorer(TestModels.weighing(events.layout(), 1, "averages", "behaviour"));
        References references = all.references(List.of(
                events.window(1, 1e38, -1e38, Double.NaN, 0),
                events.window(5, Double.NaN, Double.NaN, Double.NaN, Double.NaN)));
        references.endingBefore(9);

        for (double amount : new double[] {0, 1e38, -1e38, Double.NaN}) {
            assertThat(all.compare(events.window(9, amount), references).evidence())
                    .isFinite();
        }
    }

    @Test
    void usageIsTheAverageOverTheValuesOfAWindowWhoseRepetitionsAreDamped() {
        TestEvents places = TestEvents.ofWatch(PLACES);
        Scorer byUsage = new Scorer(TestModels.weighing(places.layout(), 1, "usage place"));
        References references = byUsage.references(List.of(places(places, 1, 0, "a", "a", "a", "b")));
        references.endingBefore(5);

        Comparison comparison = byUsage.compare(places(places, 5, 0, "a", "c", "c", "c"), references);

        // of 4 own events 3 have a and none c; each of 5 buckets holds a fifth of the population
        double a = Math.log(.2 * 4.05 / 3.01);
        double c = Math.log(.2 * 4.05 / .01);
        double damped = (Math.log(2) * a + Math.log(4) * c) / (Math.log(2) + Math.log(4));
        assertThat(comparison.inputs()[3]).isCloseTo(damped, within(1e-6));
        assertThat(comparison.evidence()).isEqualTo(comparison.inputs()[3]);
    }

    @Test
    void noveltyIsTheDampedNumberOfValuesNeverUsed() {
        TestEvents places = TestEvents.ofWatch(PLACES);
        Scorer byNovelty = new Scorer(TestModels.weighing(places.layout(), 1, "novelty new-place"));
        References references = byNovelty.references(List.of(places(places, 1, 0, "a", "a", "a", "a")));
        references.endingBefore(5);

        double evidence = byNovelty
                .compare(places(places, 5, Float.POSITIVE_INFINITY, "b", "c", "d"), references)
                .evidence();

        assertThat(evidence).isCloseTo(Math.sqrt(0.75) * Math.log(1 + 3), within(1e-9));
    }

    @Test
    void relativesGiveTheirSpreadTheStrongestAndOnWhichSideTheNewestIs() {
        TestEvents places = TestEvents.ofWatch(PLACES);
        Layout layout = places.layout();
        Scorer byRelative = new Scorer(TestModels.weighing(layout, 1, "strongest usual"));
        References references = byRelative.references(List.of(places(places, 1, 0, "a", "a", "a", "a")));
        references.endingBefore(5);
        byte[] slots = new byte[4 * layout.slotBytes()];
        float[] deviations = {1, -3, Float.NaN, 2};
        for (int i = 0; i < 4; i++) {
            Window.write(layout, slots, i, i, places.next("ana"), new float[] {Float.NaN, deviations[i]});
        }

        double[] inputs =
                byRelative.compare(Window.over(layout, slots, 4, 5), references).inputs();

        assertThat(EvidenceModel.inputNames(layout, Summary.AVERAGES))
                .containsExactly(
                        "behaviour",
                        "nearest",
                        "cohort",
                        "usage place",
                        "novelty new-place",
                        "spread usual",
                        "strongest usual",
                        "above usual",
                        "below usual");
        assertThat(inputs[5]).isCloseTo(Math.log(1 + (1 + 9 + 4) / 4.0), within(1e-9));
        assertThat(inputs[6]).isEqualTo(3.0);
        assertThat(inputs[7]).isEqualTo(2.0);
        assertThat(inputs[8]).isZero();
    }

    @Test
    void aPlainMetricIsComparedWithTheMeanReference() {
        TestEvents plain = TestEvents.ofWatch(AMOUNTS + "compare: manhattan");
        Scorer byDistance = new Scorer(TestModels.weighing(plain.layout(), 1, "distance"));
        Window reference = plain.window(1, 1, 1, 1, 1);
        Window other = plain.window(5, 3, 3, 3, 3);
        References references = byDistance.references(List.of(reference));
        references.endingBefore(5);

        Comparison comparison = byDistance.compare(other, references);

        assertThat(comparison.distance())
                .isCloseTo(Distances.manhattan(byDistance.embed(reference), byDistance.embed(other)), within(1e-6));
        assertThat(comparison.evidence()).isEqualTo(comparison.distance());
        assertThat(byDistance.compare(reference, references).distance()).isCloseTo(0, within(1e-6));
    }

    @Test
    void aModelWhosePartsDoNotFitIsRefused() {
        EvidenceModel model = scorer.model();
        LikelihoodRatio narrow = LikelihoodRatio.of(new float[1], new float[1], new float[1]);

        assertThatThrownBy(() -> with(model, narrow, model.fixed(), model.usage(), model.limit()))
                .hasMessage("model has 1 inputs of the ratio of behaviour, expected 3: it is of another watch,"
                        + " train again");
        assertThatThrownBy(() -> with(model, model.behaviour(), narrow, model.usage(), model.limit()))
                .hasMessage("model has 1 inputs of the ratio of averages, expected 2: it is of another watch,"
                        + " train again");
        assertThatThrownBy(() -> with(
                        model, model.behaviour(), model.fixed(), List.of(Usage.of(new float[] {1})), model.limit()))
                .hasMessage("model has [1] shares of usage, expected []: it is of another watch, train again");
        assertThatThrownBy(() -> with(model, model.behaviour(), model.fixed(), model.usage(), Double.NaN))
                .hasMessage("limit is NaN, expected a finite number");
    }

    @Test
    void aFusionOfAnotherWatchIsRefused() {
        Fusion other = new Fusion(List.of("behaviour"), 0, List.of(1.0), List.of(0.0));

        assertThatThrownBy(() -> scorer.model().calibrated(other, 1))
                .hasMessage("fusion speaks of [behaviour], watch cards gives [behaviour, nearest, cohort, averages]"
                        + ": the bundle is of another watch");
    }

    /** Of a full window whose average lies so many own deviations from that of one reference, which is 0. */
    private double evidenceAt(double deviations) {
        EvidenceModel model = scorer.model();
        float[] map = {(float) deviations, 0};
        LikelihoodRatio averages = LikelihoodRatio.of(new float[2], map, new float[] {4});
        Scorer far = new Scorer(with(model, model.behaviour(), averages, model.usage(), model.limit()));
        References references = far.references(List.of(events.window(1, 0, 0, 0, 0)));
        references.endingBefore(5);
        return far.compare(events.window(5, 1, 1, 1, 1), references).evidence();
    }

    /** 4 asinh(x / 4), by the inverse: the damped value is the one whose 4 sinh(d / 4) is x. */
    private static double damped(double ratio) {
        double low = -100;
        double high = 100;
        while (high - low > 1e-12) {
            double middle = (low + high) / 2;
            low = 4 * Math.sinh(middle / 4) < ratio ? middle : low;
            high = 4 * Math.sinh(middle / 4) < ratio ? high : middle;
        }
        return low;
    }

    private static EvidenceModel with(
            EvidenceModel model, LikelihoodRatio behaviour, LikelihoodRatio averages, List<Usage> usage, double limit) {
        return new EvidenceModel(
                model.layout(),
                Scaling.none(1),
                model.spec(),
                model.weights(),
                behaviour,
                model.summary(),
                averages,
                model.cohort(),
                usage,
                model.halfLife(),
                model.confidence(),
                model.fusion(),
                limit);
    }

    private static Window places(TestEvents events, long firstNumber, float novelty, String... terminals) {
        Layout layout = events.layout();
        byte[] slots = new byte[terminals.length * layout.slotBytes()];
        for (int i = 0; i < terminals.length; i++) {
            Event event = events.next("ana", "terminal", terminals[i]);
            Window.write(layout, slots, i, i, event, new float[] {novelty, Float.NaN});
        }
        return Window.over(layout, slots, terminals.length, firstNumber);
    }
}
