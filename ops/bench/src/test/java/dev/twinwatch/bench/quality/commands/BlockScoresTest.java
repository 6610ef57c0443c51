package dev.twinwatch.bench.quality.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.bench.quality.measure.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockScoresTest {
    @Test
    void areaHitsAndCostAreThoseOfTheLiterature() {
        BlockScores scores = new BlockScores();
        // 100 honest blocks with scores 1 to 100, four masquerades.
        for (int score = 1; score <= 100; score++) {
            scores.add(false, score);
        }
        for (double score : new double[] {200, 98.5, 96.5, 50.5}) {
            scores.add(true, score);
        }

        List<Figure> figures = scores.figures("method");

        // Of 100 honest blocks 100, 98, 96 and 50 are below.
        assertThat(value(figures, "AUC")).isCloseTo(.86, within(1e-9));
        // One false alarm allowed: over 99. Four: over 96. Six: over 94.
        assertThat(value(figures, "hits at 1.3 %")).isEqualTo(.25);
        assertThat(value(figures, "hits at 4.6 %")).isEqualTo(.75);
        assertThat(value(figures, "hits at 6.7 %")).isEqualTo(.75);
        // Four false alarms and one miss: 25 + 6 x 4.
        assertThat(value(figures, "least cost")).isCloseTo(49, within(1e-9));
    }

    @Test
    void aFixedLimitCountsWhatIsOverIt() {
        BlockScores scores = new BlockScores();
        scores.add(false, 1);
        scores.add(false, 3);
        scores.add(true, 2);

        assertThat(scores.at(1, "limit"))
                .containsExactly(
                        new Figure("schonlau", "limit: realised false alarms", .5),
                        new Figure("schonlau", "limit: hits", 1));
    }

    private static double value(List<Figure> figures, String measure) {
        return figures.stream()
                .filter(f -> f.measure().contains(measure))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
