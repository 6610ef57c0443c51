package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.backtest.Effects;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.TreeMap;

/** What came of control and feedback, for people. */
final class InterventionNotes {
    private static final int SHOWN = 3;

    private InterventionNotes() {}

    static void print(PrintWriter terminal, Effects effects) {
        if (effects.orders() + effects.ofModels() + effects.ofOtherModels() > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "  control: %,d records carried out, %,d about models passed over%n",
                    effects.orders(),
                    effects.ofModels());
        }
        if (effects.late() > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "  control: %,d records come after the last event and change nothing: compare their times with those"
                            + " of the events if that is not meant%n",
                    effects.late());
        }
        if (effects.ofOtherModels() > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "  control: %,d limits are not of this bundle with its own limit and do not hold: give the bundle that"
                            + " was published, without another limit%n",
                    effects.ofOtherModels());
        }
        new TreeMap<>(effects.heard())
                .forEach((code, count) -> terminal.printf(Locale.ROOT, "  feedback: %,d %s%n", count, code));
        if (effects.unheard() > 0) {
            terminal.printf(
                    Locale.ROOT, "  feedback: %,d about entities without an event: not heard%n", effects.unheard());
        }
        if (!effects.refused().isEmpty()) {
            terminal.printf(
                    Locale.ROOT,
                    "  %,d records of control and feedback are refused, as in the service:%n",
                    effects.refused().size());
            effects.refused().stream().limit(SHOWN).forEach(reason -> terminal.println("    " + reason));
        }
    }
}
