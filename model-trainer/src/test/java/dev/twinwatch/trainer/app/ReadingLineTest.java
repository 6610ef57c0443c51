package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ReadingLineTest {
    private final StringWriter printed = new StringWriter();
    private final PrintWriter terminal = new PrintWriter(printed, true);

    @Test
    void nothingIsSaidOfAShortHistory() {
        ReadingLine line = new ReadingLine(terminal, false);

        for (long i = 1; i < 1_000; i++) {
            line.read(i);
        }
        line.sorted(999, 999);
        line.end();

        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void everyMillionIsALineWhereNobodyWatches() {
        ReadingLine line = new ReadingLine(terminal, false);

        line.read(1_000_000);
        line.read(1_000_001);
        line.sorted(500_000, 20_000_000);
        line.sorted(2_500_000, 20_000_000);
        line.sorted(3_000_000, 20_000_000);
        line.end();

        assertThat(printed.toString().replaceAll("[0-9]+ s", "N s").lines())
                .containsExactly(
                        "reading: 1,000,000 records in N s", "sorting by entity: 2,500,000 of 20,000,000 events, N s");
    }

    @Test
    void onATerminalTheLineIsRewrittenAndThenLeft() {
        ReadingLine line = new ReadingLine(terminal, true);

        line.read(100_000);
        line.read(200_000);
        line.end();

        assertThat(printed.toString().replaceAll("[0-9]+ s", "N s"))
                .isEqualToNormalizingNewlines(
                        "\rreading: 100,000 records in N s   \rreading: 200,000 records in N s   \n");
    }
}
