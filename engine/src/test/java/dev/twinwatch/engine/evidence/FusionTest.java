package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.watch.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How pieces of evidence become one, and the plain distances. */
final class FusionTest {
    private static final Fusion FUSION = new Fusion(List.of("a", "b"), -1, List.of(2.0, 0.5), List.of(1.0, 4.0));

    @Test
    void evidenceIsTheWeightedSumAndTheBias() {
        assertThat(FUSION.evidence(new double[] {3, 6})).isEqualTo(-1 + 2 * 3 + 0.5 * 6);
    }

    @Test
    void noInputDecidesAlone() {
        assertThat(FUSION.evidence(new double[] {Double.NEGATIVE_INFINITY, 4})).isEqualTo(-1 - 2 * 49 + 0.5 * 4);
        assertThat(FUSION.evidence(new double[] {Double.POSITIVE_INFINITY, 4})).isEqualTo(-1 + 2 * 51 + 0.5 * 4);
    }

    @Test
    void ratiosOfAlternativesAreAddedByHowLikelyEachIs() {
        Fusion one = new Fusion(List.of("a", "b"), 0, List.of(1.0, 0.0), List.of(0.0, 0.0));
        Fusion other = new Fusion(List.of("a", "b"), 0, List.of(0.0, 1.0), List.of(0.0, 0.0));

        Fusion both = one.or(other, 0.25);

        // three quarters of a ratio of 2 and a quarter of one of 10
        assertThat(both.evidence(new double[] {Math.log(2), Math.log(10)})).isCloseTo(Math.log(4), within(1e-12));
        assertThat(both.evidence(new double[] {0, 0})).isCloseTo(0, within(1e-12));
    }

    @Test
    void aFusionWithoutMeaningIsRefused() {
        assertThatThrownBy(() -> new Fusion(List.of("a"), List.of(), List.of(0.0)))
                .hasMessage("fusion has no alternative, expected at least one: train again");
        assertThatThrownBy(() -> new Fusion(List.of("a"), 0, List.of(-0.1), List.of(0.0)))
                .hasMessage("fusion has weight -0.1, expected 0 or more");
        assertThatThrownBy(() -> new Fusion(List.of("a"), 0, List.of(Double.NaN), List.of(0.0)))
                .hasMessage("fusion has weight NaN, expected 0 or more");
        assertThatThrownBy(() -> new Fusion(List.of("a"), 0, List.of(1.0), List.of(Double.NaN)))
                .hasMessage("fusion has usual value NaN, expected a finite number");
        assertThatThrownBy(() -> new Fusion(List.of("a"), Double.NaN, List.of(1.0), List.of(0.0)))
                .hasMessage("fusion has bias NaN, expected a finite number");
        assertThatThrownBy(() -> new Fusion(List.of("a", "b"), 0, List.of(1.0), List.of(0.0)))
                .hasMessage("fusion has 2 names, 1 weights and 1 usual values: they must be as many");
    }

    @Test
    void distancesByHand() {
        float[] a = {3, 4};
        float[] b = {4, -3};

        assertThat(Distances.between(Metric.EUCLIDEAN, a, new float[2])).isEqualTo(5.0);
        assertThat(Distances.between(Metric.MANHATTAN, a, b)).isEqualTo(8.0);
        assertThat(Distances.between(Metric.COSINE, a, b)).isEqualTo(1.0);
        assertThat(Distances.between(Metric.COSINE, a, new float[] {6, 8})).isCloseTo(0, within(1e-12));
        assertThat(Distances.between(Metric.LIKELIHOOD_RATIO, a, new float[] {-3, -4}))
                .isCloseTo(2, within(1e-12));
        assertThat(Distances.cosine(a, new float[2])).as("to nothing").isEqualTo(1.0);
    }
}
