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
    void pairsAreAlikeWhereTheirEntityIsTheSame() {
        List<float[]> embeddings =
                List.of(new float[] {1, 0}, new float[] {.8f, .6f}, new float[] {0, 1}, new float[] {-.6f, .8f});

        assertThat(EqualErrorRate.between(embeddings, List.of(0, 0, 1, 1))).isZero();
    }
}
