package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BacktestLineTest {
    private final StringWriter printed = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void timeLeftIsThatOfTheRestAtTheSpeedSoFar() {
        BacktestLine line = line(true);

        line.read(1, source(0));
        nanos.set(TimeUnit.SECONDS.toNanos(3));
        line.read(50_000, source(.25));
        line.end();

        assertThat(printed.toString()).isEqualToNormalizingNewlines("\rapril.csv: 50,000 records, 25 %, 9 s left   \n");
    }

    @Test
    void whereNobodyWatchesAMillionIsALineAndASourceOfUnknownSizeHasNoTimeLeft() {
        BacktestLine line = line(false);

        line.read(50_000, source(Double.NaN));
        line.read(1_000_000, source(Double.NaN));
        line.end();

        assertThat(printed.toString()).isEqualToNormalizingNewlines("april.csv: 1,000,000 records\n");
    }

    private BacktestLine line(boolean rewrites) {
        return new BacktestLine(new PrintWriter(printed, true), rewrites, nanos::get);
    }

    private static EventSource source(double share) {
        return new EventSource() {
            @Override
            public String name() {
                return "april.csv";
            }

            @Override
            public void forEach(RecordVisitor visitor) {
                throw new AssertionError("only asked how far it is");
            }

            @Override
            public double share() {
                return share;
            }
        };
    }
}
