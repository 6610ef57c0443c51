package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.training.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

/** Shows a training: one line that is rewritten on a terminal, a line now and then elsewhere. */
final class TerminalProgress implements Progress {
    private static final int SPARSE = 100;

    private final PrintWriter terminal;
    /** The launcher knows whether somebody watches. */
    private final boolean rewrites = "1".equals(System.getenv("TWINWATCH_TERMINAL"));

    TerminalProgress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(int iteration, int of, double loss, OptionalDouble validation) {
        String error = validation.isPresent()
                ? String.format(Locale.ROOT, ", error on unseen entities %.1f %%", 100 * validation.getAsDouble())
                : "";
        String line = String.format(Locale.ROOT, "training %d of at most %d, loss %.3f%s", iteration, of, loss, error);
        if (rewrites) {
            terminal.print("\r" + line + "   ");
            terminal.flush();
        } else if (iteration % SPARSE == 0 || iteration == of) {
            terminal.println(line);
        }
    }

    @Override
    public void note(String sentence) {
        terminal.println(sentence);
        terminal.flush();
    }

    /** Leaves the rewritten line, so that what follows stands on its own. */
    void end() {
        if (rewrites) {
            terminal.println();
        }
    }
}
