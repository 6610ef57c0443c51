package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.backtest.BacktestResult;
import dev.twinwatch.trainer.source.Label;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a backtest took in all the same, but may not be meant. */
final class BacktestNotes {
    private BacktestNotes() {}

    static void print(PrintWriter terminal, BacktestResult result) {
        InterventionNotes.print(terminal, result.effects());
        BacktestResult.ByLabels truth = result.truth();
        if (result.backwards() > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "  %,d events are older than one before of the same entity: they are taken in the order of their rows,"
                            + " sort them by their time if that is not meant%n",
                    result.backwards());
        }
        if (truth.fraudEnrolled() > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "  %,d events of the history are called FRAUD and were enrolled all the same: take them out of"
                            + " --history if that is not meant%n",
                    truth.fraudEnrolled());
        }
        List<Label> unmet = new ArrayList<>(truth.ofUnknown());
        unmet.addAll(truth.ofNothing());
        Labelled.showUnmet(
                unmet,
                entity -> truth.ofNothing().stream()
                        .anyMatch(label -> label.entity().equals(entity)),
                truth.labels(),
                terminal);
    }
}
