package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LearningRateTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @Test
    void risesForTheWarmUpAndFallsToNothingAtTheEnd() {
        LearningRate rate = new LearningRate(Hyperparameters.defaults()
                .with("learningRate", ".01")
                .with("warmUp", ".2")
                .withIterations(20));

        assertThat(rate.valueAt(0, 0)).isEqualTo(.002, EXACT);
        assertThat(rate.valueAt(4, 0)).isEqualTo(.01, EXACT);
        assertThat(rate.valueAt(12, 0)).isEqualTo(.005, EXACT);
        assertThat(rate.valueAt(20, 0)).isZero();
    }

    @Test
    void withoutWarmUpTheFirstBatchIsTheHighest() {
        LearningRate rate = new LearningRate(Hyperparameters.defaults()
                .with("learningRate", ".01")
                .with("warmUp", "0")
                .withIterations(10));

        assertThat(rate.valueAt(0, 0)).isEqualTo(.01, EXACT);
        assertThat(rate.valueAt(5, 0)).isEqualTo(.005, EXACT);
    }
}
