package dev.twinwatch.trainer.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.features.Hash64;
import org.junit.jupiter.api.Test;

final class DistinctCountTest {
    @Test
    void fewValuesAreCountedExactlyHoweverOftenTheyCome() {
        DistinctCount count = counted(4_000, 3);

        assertThat(count.value()).isEqualTo(4_000);
    }

    @Test
    void manyValuesAreEstimatedWithinFivePercent() {
        DistinctCount count = counted(200_000, 2);

        assertThat(count.value()).isCloseTo(200_000L, within(10_000L));
    }

    private static DistinctCount counted(int values, int times) {
        DistinctCount count = new DistinctCount();
        for (int i = 0; i < values * times; i++) {
            count.add(Hash64.of("value " + i % values));
        }
        return count;
    }
}
