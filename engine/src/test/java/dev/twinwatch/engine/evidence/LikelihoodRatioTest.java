package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

/** The ratio in one dimension, against the densities that it is a ratio of. */
final class LikelihoodRatioTest {
    private static final LikelihoodRatio RATIO = LikelihoodRatio.of(new float[] {0}, new float[] {1}, new float[] {4});

    @Property(seed = "4")
    void withoutReferencesItIsExactlyZero(
            @ForAll @FloatRange(min = -1e6f, max = 1e6f) float point,
            @ForAll @DoubleRange(min = 1, max = 512) double noise) {
        assertThat(RATIO.evidence(new float[] {point}, new float[] {3}, 0, noise))
                .isEqualTo(0.0);
    }

    @Test
    void farFromTheReferencesItIsPositiveAndNearThemNegative() {
        assertThat(evidence(6, 1, 8)).isPositive();
        assertThat(evidence(1, 1, 8)).isNegative();
    }

    @Property(seed = "5")
    void itIsTheRatioOfTwoGaussians(
            @ForAll @FloatRange(min = -20, max = 20) float point,
            @ForAll @FloatRange(min = -5, max = 5) float reference,
            @ForAll @DoubleRange(min = 0, max = 30) double n,
            @ForAll @DoubleRange(min = 1, max = 8) double noise) {
        // the entity's centre is N(0, 4); n references of mean r, each N(centre, 1), leave it with
        double precision = 1 / 4.0 + n;
        double centre = n * reference / precision;
        double anyone = logGaussian(point, 0, noise + 4);
        double own = logGaussian(point, centre, noise + 1 / precision);

        double evidence = RATIO.evidence(new float[] {point}, new float[] {reference}, n, noise);

        assertThat(evidence).isCloseTo(anyone - own, within(1e-9 * (1 + Math.abs(anyone) + Math.abs(own))));
    }

    @Property(seed = "6")
    void withHeavyTailsItIsTheRatioOfTwoStudentsTDensities(
            @ForAll @FloatRange(min = -20, max = 20) float point, @ForAll @DoubleRange(min = 0, max = 30) double n) {
        double precision = 1 / 4.0 + n;
        double anyone = logStudent(point, 0, 1 + 4);
        double own = logStudent(point, n * 2 / precision, 1 + 1 / precision);

        double evidence = RATIO.heavyTailed().evidence(new float[] {point}, new float[] {2}, n, 1);

        assertThat(evidence).isCloseTo(anyone - own, within(1e-9));
    }

    @Test
    void aPointIsStrangeWhereAWiderPopulationExplainsItBetter() {
        LikelihoodRatio one = LikelihoodRatio.of(new float[] {0}, new float[] {1}, new float[] {4});

        // variance 1 + 4 of anyone, 20 of the wider population
        assertThat(one.strangeness(new float[] {0}, 1)).isCloseTo(-Math.log(4) / 2, within(1e-6));
        assertThat(one.strangeness(new float[] {10}, 1)).isCloseTo((20 - 5 - Math.log(4)) / 2, within(1e-6));
        assertThat(one.heavyTailed().strangeness(new float[] {10}, 1))
                .as("density of Student's t with 3 degrees: (1 + x x / 3 v) to the power of -2")
                .isCloseTo(2 * Math.log((3 + 20) / (3 + 5.0)) - Math.log(4) / 2, within(1e-6));
    }

    @Test
    void withHeavyTailsOnePointFarOutDoesNotDecideAlone() {
        // far away both densities fall alike: what is left is the cube of the ratio of their widths
        double own = 1 + 4 / (4 * 8 + 1.0);

        assertThat(RATIO.heavyTailed().evidence(new float[] {1e6f}, new float[] {0}, 8, 1))
                .isCloseTo(1.5 * Math.log(5 / own), within(1e-4));
    }

    @Test
    void itGrowsWithTheNumberOfReferences() {
        assertThat(evidence(6, 1, 1)).isLessThan(evidence(6, 1, 2));
        assertThat(evidence(6, 1, 2)).isLessThan(evidence(6, 1, 16));
        assertThat(evidence(1, 1, 1)).isGreaterThan(evidence(1, 1, 2));
        assertThat(evidence(1, 1, 2)).isGreaterThan(evidence(1, 1, 16));
    }

    @Test
    void aNoisyWindowSaysLess() {
        assertThat(RATIO.evidence(new float[] {6}, new float[] {1}, 8, 4))
                .isPositive()
                .isLessThan(evidence(6, 1, 8));
    }

    @Test
    void severalOutputsAddUp() {
        LikelihoodRatio two = LikelihoodRatio.of(new float[2], new float[] {1, 0, 0, 1}, new float[] {4, 4});

        assertThat(two.evidence(new float[] {6, 2}, new float[] {1, 1}, 8, 1))
                .isCloseTo(evidence(6, 1, 8) + evidence(2, 1, 8), within(1e-9));
    }

    @Test
    void aPointIsCentredAndMapped() {
        // (3 - 1) * [1, 10] + (5 - 2) * [100, 1000]
        LikelihoodRatio ratio =
                LikelihoodRatio.of(new float[] {1, 2}, new float[] {1, 10, 100, 1000}, new float[] {1, 1});

        assertThat(ratio.project(new float[] {3, 5})).containsExactly(302, 3020);
        assertThat(ratio.inputs()).isEqualTo(2);
        assertThat(ratio.outputs()).isEqualTo(2);
    }

    @Test
    void anInputOutsideItsBoundsCountsAsTheBound() {
        LikelihoodRatio ratio = LikelihoodRatio.of(new float[] {1, 2}, new float[] {1, 0, 0, 1}, new float[] {1, 1})
                .bounded(new float[] {-1, 0}, new float[] {3, 4});

        assertThat(ratio.project(new float[] {50, 3})).containsExactly(3 - 1, 3 - 2);
        assertThat(ratio.project(new float[] {2, -50})).containsExactly(2 - 1, 0 - 2);
        assertThat(ratio.heavyTailed().project(new float[] {50, 3})).containsExactly(3 - 1, 3 - 2);
    }

    @Test
    void boundsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> RATIO.bounded(new float[2], new float[1]))
                .hasMessage("likelihood ratio has bounds of 2 and 1 values for 1 inputs");
        assertThatThrownBy(() -> RATIO.bounded(new float[] {1}, new float[] {Float.NaN}))
                .hasMessage("likelihood ratio has bounds 1.0 and NaN for one input: train again");
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        assertThatThrownBy(() -> LikelihoodRatio.of(new float[1], new float[1], new float[] {-1}))
                .hasMessage("likelihood ratio has variance -1.0 between entities");
        assertThatThrownBy(() -> LikelihoodRatio.of(new float[1], new float[] {Float.NaN}, new float[1]))
                .hasMessage("likelihood ratio has NaN in its map: train again");
        assertThatThrownBy(() -> LikelihoodRatio.of(new float[] {Float.POSITIVE_INFINITY}, new float[1], new float[1]))
                .hasMessage("likelihood ratio has Infinity in its mean: train again");
        assertThatThrownBy(() -> LikelihoodRatio.of(new float[2], new float[3], new float[2]))
                .hasMessage("likelihood ratio has a map of 3 values for 2 inputs and 2 outputs");
    }

    private static double evidence(float point, float reference, double n) {
        return RATIO.evidence(new float[] {point}, new float[] {reference}, n, 1);
    }

    /** Three degrees of freedom, without the constant that both densities have. */
    private static double logStudent(double x, double mean, double squaredScale) {
        return -0.5 * Math.log(squaredScale) - 2 * Math.log1p((x - mean) * (x - mean) / (3 * squaredScale));
    }

    private static double logGaussian(double x, double mean, double variance) {
        return -0.5 * (Math.log(2 * Math.PI * variance) + (x - mean) * (x - mean) / variance);
    }
}
