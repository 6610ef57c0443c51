package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.history.ReadingProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows the reading of a long history: one line that is rewritten on a terminal, a line for each million elsewhere. */
final class ReadingLine implements ReadingProgress {
    private static final long OFTEN = 100_000;
    private static final long SELDOM = 1_000_000;

    private final PrintWriter terminal;
    private final boolean rewrites;
    private final long started = System.nanoTime();
    private long sorted;
    private boolean open;

    /** The launcher knows whether somebody watches. */
    ReadingLine(PrintWriter terminal) {
        this(terminal, "1".equals(System.getenv("TWINWATCH_TERMINAL")));
    }

    ReadingLine(PrintWriter terminal, boolean rewrites) {
        this.terminal = terminal;
        this.rewrites = rewrites;
    }

    @Override
    public void read(long records) {
        if (records % (rewrites ? OFTEN : SELDOM) == 0) {
            show(String.format(Locale.ROOT, "reading: %,d records in %,d s", records, seconds()));
        }
    }

    @Override
    public void sorted(long events, long of) {
        long step = Math.max(rewrites ? OFTEN : SELDOM, of / 10);
        if (events / step > sorted / step) {
            show(String.format(Locale.ROOT, "sorting by entity: %,d of %,d events, %,d s", events, of, seconds()));
        }
        sorted = events;
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
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
