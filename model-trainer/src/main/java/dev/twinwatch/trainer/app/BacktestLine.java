package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.backtest.Progress;
import dev.twinwatch.trainer.source.EventSource;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Shows how far a backtest is and how long it will take: one line that is rewritten on a terminal, a line now and then elsewhere. */
final class BacktestLine implements Progress {
    private static final long OFTEN = 50_000;
    private static final long SELDOM = 1_000_000;

    private final PrintWriter terminal;
    private final boolean rewrites;
    private final LongSupplier nanos;
    private long started;
    private boolean open;

    /** The launcher knows whether somebody watches. */
    BacktestLine(PrintWriter terminal) {
        this(terminal, "1".equals(System.getenv("TWINWATCH_TERMINAL")), System::nanoTime);
    }

    BacktestLine(PrintWriter terminal, boolean rewrites, LongSupplier nanos) {
        this.terminal = terminal;
        this.rewrites = rewrites;
        this.nanos = nanos;
    }

    @Override
    public void read(long records, EventSource source) {
        if (records == 1) {
            started = nanos.getAsLong();
        }
        if (records % (rewrites ? OFTEN : SELDOM) == 0) {
            show(String.format(Locale.ROOT, "%s: %,d records%s", source.name(), records, left(source.share())));
        }
    }

    private String left(double share) {
        if (!(share > 0)) {
            return "";
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - started);
        return String.format(
                Locale.ROOT, ", %.0f %%, %,d s left", 100 * share, Math.round(seconds * (1 - share) / share));
    }

    private void show(String line) {
        if (rewrites) {
            terminal.print("\r" + line + "   ");
            terminal.flush();
            open = true;
        } else {
            terminal.println(line);
        }
    }

    /** Leaves the rewritten line, so that what follows stands on its own. */
    void end() {
        if (open) {
            terminal.println();
            open = false;
        }
    }
}
