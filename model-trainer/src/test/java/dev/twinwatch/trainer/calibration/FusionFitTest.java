package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.evidence.Fusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fusion that is fitted to honest and taken-over windows. */
final class FusionFitTest {
    private static final List<String> NAMES = List.of("useful", "noise");

    @Test
    void whatTellsTakeoversApartWeighsAndNoiseDoesNot() {
        Fusion fusion = FusionFit.fit(NAMES, rows(0, 0, 1), rows(3, 0, 2));

        assertThat(fusion.alternatives().get(0).weights().get(0)).isGreaterThan(.5);
        assertThat(fusion.alternatives().get(0).weights().get(1)).isLessThan(.1);
        assertThat(fusion.evidence(new double[] {0, 0})).isNegative();
        assertThat(fusion.evidence(new double[] {3, 0})).isPositive();
        assertThat(fusion.evidence(new double[] {1.5, 0})).as("half-way").isCloseTo(0, within(.3));
    }

    @Test
    void singleEventsSpeakWithLessRestraint() {
        Fusion windows = FusionFit.fit(NAMES, rows(0, 0, 1), rows(3, 0, 2));

        Fusion events = FusionFit.ofEvents(NAMES, rows(0, 0, 1), rows(3, 0, 2));

        assertThat(events.alternatives().get(0).weights().get(0))
                .isGreaterThan(1.1 * windows.alternatives().get(0).weights().get(0));
    }

    @Test
    void howOftenEachIsGivenMovesNothing() {
        List<double[]> honest = rows(0, 0, 1);
        List<double[]> tenfold = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tenfold.addAll(honest);
        }

        Fusion once = FusionFit.fit(NAMES, honest, rows(3, 0, 2));
        Fusion often = FusionFit.fit(NAMES, tenfold, rows(3, 0, 2));

        assertThat(often.evidence(new double[] {2, 0})).isCloseTo(once.evidence(new double[] {2, 0}), within(1e-6));
    }

    @Test
    void whatIsLowerInTakeoversWeighsNothing() {
        Fusion fusion = FusionFit.fit(NAMES, rows(0, 0, 1), rows(3, -3, 2));

        assertThat(fusion.alternatives().get(0).weights().get(0)).isPositive();
        assertThat(fusion.alternatives().get(0).weights().get(1)).isZero();
    }

    @Test
    void theUsualIsTheAverageOfHonestWindows() {
        List<double[]> honest = List.of(new double[] {1, 3}, new double[] {3, 7});

        assertThat(FusionFit.fit(NAMES, honest, rows(3, 0, 2)).usual()).containsExactly(2.0, 5.0);
    }

    @Test
    void withoutTakeoversAllWeighAlikeInTheirOwnDeviations() {
        List<double[]> honest = List.of(new double[] {1, 3}, new double[] {3, 7});

        Fusion fusion = FusionFit.fit(NAMES, honest, List.of());

        // deviations 1 and 2, half of the weight each
        assertThat(fusion.alternatives().get(0).weights()).containsExactly(.5, .25);
        assertThat(fusion.evidence(new double[] {2, 5})).isZero();
        assertThat(fusion.evidence(new double[] {3, 7})).isCloseTo(1, within(1e-12));
    }

    @Test
    void withoutHonestWindowsAllWeighAlike() {
        Fusion fusion = FusionFit.fit(NAMES, List.of(), rows(3, 0, 2));

        assertThat(fusion.alternatives().get(0).weights()).containsExactly(.5, .5);
        assertThat(fusion.evidence(new double[] {1, 1})).isEqualTo(1.0);
    }

    @Test
    void anInputThatIsAlwaysTheSameDoesNoHarm() {
        List<double[]> honest = List.of(new double[] {0, 4}, new double[] {1, 4});
        List<double[]> takeovers = List.of(new double[] {5, 4}, new double[] {6, 4});

        Fusion fusion = FusionFit.fit(NAMES, honest, takeovers);

        assertThat(fusion.alternatives().get(0).weights().get(0)).isPositive();
        assertThat(fusion.alternatives().get(0).weights().get(1)).isZero();
    }

    private static List<double[]> rows(double first, double second, long seed) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(new double[] {first + random.nextGaussian(), second + random.nextGaussian()});
        }
        return rows;
    }
}
