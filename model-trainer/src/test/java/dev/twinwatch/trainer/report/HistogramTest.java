package dev.twinwatch.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.trainer.evaluation.Discrimination;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistogramTest {
    @Test
    void barsAreSharesOfTheirOwnKindAndTheLimitIsMarked() {
        Discrimination values = new Discrimination(List.of(0.0, 0.0), List.of(0.0, 40.0));

        String chart = Histogram.of("evidence", values, 20, "limit 20").toString();

        // 40 bins from 0 to 40 in a frame 482 wide and 280 high, whose top is 105 %
        assertThat(chart)
                .contains("<rect class=\"bar c0\" x=\"62.0\" y=\"27.3\" width=\"12.0\" height=\"266.7\"/>")
                .contains("<rect class=\"bar c1\" x=\"62.0\" y=\"160.7\" width=\"12.0\" height=\"133.3\"/>")
                .contains("<rect class=\"bar c1\" x=\"532.0\" y=\"160.7\"", "<line class=\"mark\" x1=\"303.0\"")
                .contains("limit 20</li>");
    }
}
