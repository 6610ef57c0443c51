package dev.twinwatch.bench.quality.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.bench.quality.measure.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainDetectorsTest {
    @Test
    void subjectsWhoTypeAtTheirOwnPaceAreToldApart() {
        Map<String, double[][]> subjects = new LinkedHashMap<>();
        subjects.put("slow", repetitions(1.0));
        subjects.put("fast", repetitions(0.1));

        List<Figure> figures = PlainDetectors.figures(new Timings(subjects));

        assertThat(figures)
                .hasSize(4)
                .allSatisfy(figure -> assertThat(figure.value()).isZero());
    }

    @Test
    void theNearestOwnRepetitionCountsInItsOwnDeviations() {
        // Sums of squares 2 and 8 over three degrees of freedom; the timings are independent of each other.
        double[][] own = {{0, 0}, {Math.sqrt(2), 0}, {0, 2 * Math.sqrt(2)}, {Math.sqrt(2), 2 * Math.sqrt(2)}};
        // Six away from the nearest in the second timing: 36 over its variance 8 / 3.
        double distance = NearestMahalanobis.of(own).score(new double[] {0, 2 * Math.sqrt(2) + 6});

        assertThat(distance).isCloseTo(13.5, within(1e-9));
    }

    /** Two timings around a pace, never twice the same. */
    private static double[][] repetitions(double pace) {
        double[][] repetitions = new double[400][];
        for (int i = 0; i < repetitions.length; i++) {
            repetitions[i] = new double[] {pace + .001 * (i % 7), pace + .001 * (i % 5)};
        }
        return repetitions;
    }
}
