package dev.twinwatch.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.watch.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two entities, one along each axis of a plane. */
final class CohortTest {
    private static final long ANA = Hash64.of("ana");
    private static final long BOB = Hash64.of("bob");

    private final Cohort cohort = Cohort.of(new long[] {ANA, BOB}, new float[] {1, 0, 0, 1});

    @Test
    void theNearestOtherEntityIsTheOneWithTheLargestCosine() {
        assertThat(cohort.nearest(new float[] {0.6f, 0.8f}, 9)).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void anEntityIsNoOtherToItself() {
        assertThat(cohort.nearest(new float[] {0.6f, 0.8f}, BOB)).isCloseTo(0.6, within(1e-6));
    }

    @Test
    void withNobodyElseThereIsNothingToBeLike() {
        assertThat(Cohort.none().nearest(new float[] {1, 0}, ANA)).isZero();
        assertThat(Cohort.of(new long[] {ANA}, new float[] {1, 0}).nearest(new float[] {1, 0}, ANA))
                .isZero();
    }

    @Test
    void theNearestOtherEntityIsToldWithItsDistance() {
        Cohort named = cohort.named(List.of("ana", "bob"));

        assertThat(named.nearestOther(Metric.COSINE, new float[] {0.6f, 0.8f}, 9))
                .hasValueSatisfying(nearest -> {
                    assertThat(nearest.name()).isEqualTo("bob");
                    assertThat(nearest.distance()).isCloseTo(0.2, within(1e-6));
                });
        assertThat(named.nearestOther(Metric.MANHATTAN, new float[] {0.6f, 0.8f}, BOB))
                .hasValueSatisfying(nearest -> {
                    assertThat(nearest.name()).isEqualTo("ana");
                    assertThat(nearest.distance()).isCloseTo(1.2, within(1e-6));
                });
    }

    @Test
    void withoutNamesOnlyTheDistanceIsTold() {
        assertThat(cohort.nearestOther(Metric.COSINE, new float[] {0, 1}, ANA)).contains(new Cohort.Neighbour("", 0));
        assertThat(cohort.named(List.of("ana", "bob")).named(List.of()).names()).isEmpty();
        assertThat(Cohort.none().nearestOther(Metric.COSINE, new float[0], ANA)).isEmpty();
    }

    @Test
    void namesOfOthersAreRefused() {
        assertThatThrownBy(() -> cohort.named(List.of("ana")))
                .hasMessage("cohort has 1 names for 2 entities: they must be as many, or none");
        assertThatThrownBy(() -> cohort.named(List.of("ana", "eve")))
                .hasMessage(
                        "cohort has a name 'eve' that is not the one of entity 1: the names were altered, train again");
    }

    @Test
    void centresThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Cohort.of(new long[] {ANA, BOB}, new float[3]))
                .hasMessage("cohort has 3 values for 2 entities: they must have as many each");
        assertThatThrownBy(() -> Cohort.of(new long[0], new float[3]))
                .hasMessage("cohort has 3 values for 0 entities: they must have as many each");
        assertThatThrownBy(() -> Cohort.of(new long[] {ANA}, new float[] {0, Float.NaN}))
                .hasMessage("cohort has value NaN, expected -1 to 1: train again");
    }
}
