package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.evidence.Fusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fusion that is fitted to honest and taken-over windows. */
final class FusionFitTest {
    private static final List<String> NAMES = List.of("useful", "noise");

    @Test
    void whatTellsTakeoversApartWeighsAndNoiseDoesNot() {
        Fusion fusion = fit(rows(0, 0, 1), rows(3, 0, 2));

        assertThat(weights(fusion).get(0)).isGreaterThan(.5);
        assertThat(weights(fusion).get(1)).isLessThan(.1);
        assertThat(fusion.evidence(new double[] {0, 0})).isNegative();
        assertThat(fusion.evidence(new double[] {3, 0})).isPositive();
        assertThat(fusion.evidence(new double[] {1.5, 0})).as("half-way").isCloseTo(0, within(.3));
    }

    @Test
    void singleEventsSpeakWithLessRestraint() {
        Shown shown = new Shown(rows(0, 0, 1), rows(3, 0, 2));
        Fusion windows = FusionFit.fit(NAMES, List.of(shown));

        Fusion events = FusionFit.ofEvents(NAMES, List.of(shown));

        assertThat(weights(events).get(0)).isGreaterThan(1.1 * weights(windows).get(0));
    }

    @Test
    void howOftenEachIsGivenMovesNothing() {
        List<double[]> honest = rows(0, 0, 1);
        List<double[]> tenfold = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tenfold.addAll(honest);
        }

        Fusion once = fit(honest, rows(3, 0, 2));
        Fusion often = fit(tenfold, rows(3, 0, 2));

        assertThat(often.evidence(new double[] {2, 0})).isCloseTo(once.evidence(new double[] {2, 0}), within(1e-6));
    }

    @Test
    void whatIsLowerInTakeoversWeighsNothing() {
        Fusion fusion = fit(rows(0, 0, 1), rows(3, -3, 2));

        assertThat(weights(fusion).get(0)).isPositive();
        assertThat(weights(fusion).get(1)).isZero();
    }

    @Test
    void theUsualIsTheAverageOfHonestWindows() {
        List<double[]> honest = List.of(new double[] {1, 3}, new double[] {3, 7});

        assertThat(fit(honest, rows(3, 0, 2)).usual()).containsExactly(2.0, 5.0);
    }

    @Test
    void withoutTakeoversAllWeighAlikeInTheirOwnDeviations() {
        List<double[]> honest = List.of(new double[] {1, 3}, new double[] {3, 7});

        Fusion fusion = fit(honest, List.of());

        // deviations 1 and 2, half of the weight each
        assertThat(weights(fusion)).containsExactly(.5, .25);
        assertThat(fusion.evidence(new double[] {2, 5})).isZero();
        assertThat(fusion.evidence(new double[] {3, 7})).isCloseTo(1, within(1e-12));
    }

    @Test
    void withoutHonestWindowsAllWeighAlike() {
        Fusion fusion = fit(List.of(), rows(3, 0, 2));

        assertThat(weights(fusion)).containsExactly(.5, .5);
        assertThat(fusion.evidence(new double[] {1, 1})).isEqualTo(1.0);
    }

    @Test
    void anInputThatIsAlwaysTheSameDoesNoHarm() {
        List<double[]> honest = List.of(new double[] {0, 4}, new double[] {1, 4});
        List<double[]> takeovers = List.of(new double[] {5, 4}, new double[] {6, 4});

        Fusion fusion = fit(honest, takeovers);

        assertThat(weights(fusion).get(0)).isPositive();
        assertThat(weights(fusion).get(1)).isZero();
    }

    private static List<double[]> rows(double first, double second, long seed) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(new double[] {first + random.nextGaussian(), second + random.nextGaussian()});
        }
        return rows;
    }

    @Test
    void everyWayOfUsingAModelCountsAlikeHoweverManyWindowsShowIt() {
        Shown following = new Shown(rows(0, 0, 1), rows(3, 0, 2));
        Shown standing = new Shown(rows(0, 0, 3), rows(0, 3, 4));
        Shown standingTwice = new Shown(
                Stream.concat(standing.honest().stream(), standing.honest().stream())
                        .toList(),
                standing.taken());

        Fusion fusion = FusionFit.fit(NAMES, List.of(following, standing));

        assertThat(weights(fusion)).as("each way has its own input").allMatch(weight -> weight > .2);
        Fusion more = FusionFit.fit(NAMES, List.of(following, standingTwice));
        for (int i = 0; i < 2; i++) {
            assertThat(weights(more).get(i)).isCloseTo(weights(fusion).get(i), within(1e-9));
        }
    }

    @Test
    void aWayThatShowsNoTakeoverSaysNothing() {
        Shown following = new Shown(rows(0, 0, 1), rows(3, 0, 2));

        Fusion fusion = FusionFit.fit(NAMES, List.of(following, new Shown(rows(9, 9, 3), List.of())));

        assertThat(fusion).isEqualTo(FusionFit.fit(NAMES, List.of(following)));
    }

    private static List<Double> weights(Fusion fusion) {
        return fusion.alternatives().get(0).weights();
    }

    private static Fusion fit(List<double[]> honest, List<double[]> taken) {
        return FusionFit.fit(NAMES, List.of(new Shown(honest, taken)));
    }
}
