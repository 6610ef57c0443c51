package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.trainer.history.HistoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ratio that is fitted to points whose scatter is known. */
final class RatioFitTest {
    private static final double OWN = 0.5;

    /** Half of the entities around 10, half around -10 in the first input; all alike in the second. */
    private final List<List<float[]>> separated = entities(40, 50);

    @Test
    void theDirectionInWhichEntitiesDifferComesFirstAndCarriesTheEvidence() {
        LikelihoodRatio ratio = RatioFit.fit(separated);

        int outputs = ratio.outputs();
        assertThat(Math.abs(ratio.map()[0]))
                .as("weight of the first input, against that of the second")
                .isGreaterThan(20 * Math.abs(ratio.map()[outputs]));
        for (int j = 1; j < outputs; j++) {
            assertThat(ratio.between()[j]).as("less than the own scatter").isLessThan(1f);
        }
    }

    @Test
    void theScatterWithinAnEntityIsTheUnit() {
        LikelihoodRatio ratio = RatioFit.fit(separated);

        // between / within: 10 squared / half squared, to which the ridge adds two fifths; 40 entities leave a percent
        // or two
        double within = 1.4 * OWN * OWN;
        assertThat((double) ratio.between()[0]).isCloseTo(100 / within, within(15.0));
        assertThat(deviation(ratio, separated.get(0))).isCloseTo(OWN / Math.sqrt(within), within(.2));
        assertThat(deviation(ratio, separated.get(1))).isCloseTo(OWN / Math.sqrt(within), within(.2));
    }

    @Test
    void thePopulationIsCentred() {
        LikelihoodRatio ratio = RatioFit.fit(separated);

        assertThat((double) ratio.mean()[0]).isCloseTo(0, within(.1));
        assertThat((double) ratio.project(new float[] {10, 0})[0])
                .isCloseTo(-ratio.project(new float[] {-10, 0})[0], within(.5));
    }

    @Test
    void itTellsTheTwoPopulationsApart() {
        LikelihoodRatio ratio = RatioFit.fit(separated);
        float[] own = ratio.project(new float[] {10, 0});
        float[] other = ratio.project(new float[] {-10, 0});

        assertThat(ratio.evidence(own, own, 8, 1)).isNegative();
        // heavy tails: at most the cube of how much wider the population is
        assertThat(ratio.evidence(other, own, 8, 1)).isGreaterThan(4);
    }

    @Test
    void unitsAreThoseOfTheScatterWithinAnEntity() {
        // residuals from the mean so far: 1 (variance 2) and, the older point weighing a little less, about 1.5
        // (variance 1.5)
        // give a variance of about 1, or 9; the ridge adds two fifths
        LikelihoodRatio slow = RatioFit.fit(List.of(points(0, 1, 2), points(100, 101, 102)));
        LikelihoodRatio fast = RatioFit.fit(List.of(points(0, 3, 6), points(100, 103, 106)));

        assertThat((double) Math.abs(slow.map()[0])).isCloseTo(1 / Math.sqrt(1.4), within(.01));
        assertThat((double) Math.abs(fast.map()[0])).isCloseTo(1 / Math.sqrt(12.6), within(.01));
    }

    @Test
    void constantAndCollinearInputsDoNoHarm() {
        List<List<float[]>> points = separated.stream()
                .map(entity -> entity.stream()
                        .map(p -> new float[] {p[0], 2 * p[0], 7, p[1]})
                        .toList())
                .toList();

        LikelihoodRatio ratio = RatioFit.fit(points);

        assertThat(ratio.map()).doesNotContain(Float.NaN);
        float[] own = ratio.project(new float[] {10, 20, 7, 0});
        float[] other = ratio.project(new float[] {-10, -20, 7, 0});
        assertThat(ratio.evidence(own, own, 8, 1)).isNegative();
        assertThat(ratio.evidence(other, own, 8, 1)).isPositive().isFinite();
        float[] moved = ratio.project(new float[] {10, 20, 8, 0});
        assertThat(ratio.evidence(moved, own, 8, 1))
                .as("an input in which nobody differs decides nothing")
                .isCloseTo(ratio.evidence(own, own, 8, 1), within(1e-3));
    }

    @Test
    void aBoundedInputCountsForTwoOfItsDeviationsAtMost() {
        // mean 50, sum of squares 8 x 50 x 50 + 8, so deviation 53.46
        LikelihoodRatio ratio = RatioFit.fitBounded(List.of(points(-1, 1, -1, 1), points(99, 101, 99, 101)));

        assertThat((double) ratio.low()[0]).isCloseTo(50 - 2 * 53.46, within(.01));
        assertThat((double) ratio.high()[0]).isCloseTo(50 + 2 * 53.46, within(.01));
        assertThat(ratio.project(new float[] {1000})).isEqualTo(ratio.project(new float[] {200}));
    }

    @Test
    void aSlipFarOutWidensNoBoundedRatio() {
        List<List<float[]>> slips = new ArrayList<>(separated);
        List<float[]> withSlip = new ArrayList<>(separated.get(0));
        withSlip.add(new float[] {10, 1000});
        slips.set(0, withSlip);

        double bounded = widthOfSecondInput(RatioFit.fitBounded(slips));

        assertThat(bounded).isLessThan(widthOfSecondInput(RatioFit.fit(slips)) / 5);
    }

    /** Of a point that is off in the second input by 1, seen from the mean. */
    private static double widthOfSecondInput(LikelihoodRatio ratio) {
        float[] off = ratio.mean();
        off[1] += 1;
        double squares = 0;
        for (float value : ratio.project(off)) {
            squares += value * value;
        }
        return 1 / Math.sqrt(squares);
    }

    @Test
    void entitiesWithOnePointEachGiveNoEvidence() {
        LikelihoodRatio ratio = RatioFit.fit(List.of(points(1), points(2), points(3)));

        assertThat(ratio.inputs()).isEqualTo(1);
        assertThat(ratio.outputs()).isZero();
        assertThat(ratio.evidence(ratio.project(new float[] {9}), new float[0], 8, 1))
                .isZero();
    }

    @Test
    void withoutAnyPointItIsSaidWhatToBring() {
        assertThatThrownBy(() -> RatioFit.fit(List.of(List.of(), List.of())))
                .isInstanceOf(HistoryException.class)
                .hasMessage("none of 2 entities to calibrate on has a window of events: bring more events of each, or"
                        + " lower sequence.minimum in the watch");
    }

    private static List<List<float[]>> entities(int entities, int each) {
        Random random = new Random(1);
        List<List<float[]>> all = new ArrayList<>();
        for (int e = 0; e < entities; e++) {
            List<float[]> points = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                double centre = e % 2 == 0 ? 10 : -10;
                points.add(new float[] {
                    (float) (centre + OWN * random.nextGaussian()), (float) (OWN * random.nextGaussian())
                });
            }
            all.add(points);
        }
        return all;
    }

    private static List<float[]> points(double... values) {
        List<float[]> points = new ArrayList<>();
        for (double value : values) {
            points.add(new float[] {(float) value});
        }
        return points;
    }

    private static double deviation(LikelihoodRatio ratio, List<float[]> points) {
        double[] projected =
                points.stream().mapToDouble(p -> ratio.project(p)[0]).toArray();
        double mean = 0;
        for (double value : projected) {
            mean += value / projected.length;
        }
        double squares = 0;
        for (double value : projected) {
            squares += (value - mean) * (value - mean) / (projected.length - 1);
        }
        return Math.sqrt(squares);
    }
}
