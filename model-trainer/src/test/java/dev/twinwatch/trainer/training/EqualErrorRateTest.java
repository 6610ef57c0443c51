package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class EqualErrorRateTest {
    @Test
    void kindsThatDoNotOverlapHaveNoError() {
        assertThat(EqualErrorRate.of(new float[] {.9f, .8f}, new float[] {.1f, .2f}))
                .isZero();
    }

    @Test
    void kindsTheWrongWayRoundHaveNothingButErrors() {
        assertThat(EqualErrorRate.of(new float[] {.1f, .2f}, new float[] {.9f, .8f}))
                .isEqualTo(1);
    }

    @Test
    void oneOfFourOnEitherSideIsAQuarter() {
        float[] alike = {.9f, .8f, .7f, .2f};
        float[] unlike = {.1f, .15f, .3f, .75f};

        assertThat(EqualErrorRate.of(alike, unlike)).isEqualTo(.25, Offset.offset(1e-12));
    }

    @Test
    void pairsThatAreAllEqualCannotBeToldApart() {
        assertThat(EqualErrorRate.of(new float[] {1, 1, 1, 1}, new float[] {1, 1}))
                .isEqualTo(.5);
    }

    @Test
    void eachHalfIsHeldAgainstTheAverageOfTheOther() {
        // the two earlier ones of the first entity are off to either side; their average is not
        List<float[]> wavering =
                List.of(new float[] {.6f, .8f}, new float[] {.6f, -.8f}, new float[] {1, 0}, new float[] {1, 0});
        List<float[]> steady = List.of(new float[] {0, 1}, new float[] {0, 1});

        assertThat(EqualErrorRate.againstTheUsual(List.of(wavering, steady))).containsExactly(0, 0);
    }

    @Test
    void theErrorIsTheMeanOfBothWays() {
        // the other lies where the later half of the first entity does, and nowhere near the earlier one
        List<float[]> moving = List.of(new float[] {1, 0}, new float[] {.6f, .8f});
        List<float[]> other = List.of(new float[] {-1, 0}, new float[] {.8f, .6f});

        assertThat(EqualErrorRate.againstTheUsual(List.of(moving, other))[0]).isEqualTo((1 + 0) / 2.0);
    }

    @Test
    void whoeverTurnsIntoTheOtherIsAllErrors() {
        List<float[]> one = List.of(new float[] {1, 0}, new float[] {0, 1});
        List<float[]> other = List.of(new float[] {0, 1}, new float[] {1, 0});

        assertThat(EqualErrorRate.againstTheUsual(List.of(one, other))).containsExactly(1, 1);
    }
}
