package dev.twinwatch.bench.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.bench.quality.measure.AveragePrecision.Scored;
import java.util.List;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {
    @Test
    void isTheMeanOfThePrecisionsAtEachPositive() {
        List<Scored> scored =
                List.of(new Scored(.9, true), new Scored(.8, false), new Scored(.7, true), new Scored(.1, false));

        assertThat(AveragePrecision.of(scored)).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
    }

    @Test
    void orderAmongEqualScoresDoesNotCount() {
        List<Scored> scored = List.of(new Scored(.5, true), new Scored(.5, false), new Scored(.5, false));

        assertThat(AveragePrecision.of(scored)).isCloseTo(1 / 3.0, within(1e-12));
    }
}
