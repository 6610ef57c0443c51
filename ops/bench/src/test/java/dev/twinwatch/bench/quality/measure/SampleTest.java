package dev.twinwatch.bench.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void deviationHasOneDegreeOfFreedomLessThanValues() {
        Sample sample = Sample.of(List.of(1.0, 2.0, 3.0));

        assertThat(sample.mean()).isEqualTo(2);
        assertThat(sample.deviation()).isCloseTo(1, within(1e-12));
    }

    @Test
    void oneValueDoesNotDeviate() {
        assertThat(Sample.of(.7)).isEqualTo(new Sample(.7, 0));
    }
}
