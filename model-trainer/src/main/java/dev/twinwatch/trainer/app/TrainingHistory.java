package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.LabelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Reads the history of a training and says what it is, and what of it may not be meant. */
final class TrainingHistory {
    private final Layout layout;
    private final LabelFile labelled;
    private final OwnEvents own;
    private final PrintWriter terminal;

    /**
     * For one watch.
     *
     * @param own which events are the entity's own
     */
    TrainingHistory(Layout layout, LabelFile labelled, OwnEvents own, PrintWriter terminal) {
        this.layout = layout;
        this.labelled = labelled;
        this.own = own;
        this.terminal = terminal;
    }

    /**
     * Reads it whole; whoever gets it closes it.
     *
     * @param out the bundle, beside which a large history stands
     * @param byPairs whether the encoder learns from pairs, so that one window of an entity is enough
     * @throws HistoryException where too many records are no events
     */
    History read(EventSource source, RejectsOption rejectsFile, MostRejectedOption most, Path out, boolean byPairs)
            throws IOException {
        Labelled.showProblems(labelled, terminal);
        History history;
        try (Rejects rejects = rejectsFile.open(out)) {
            ReadingLine progress = new ReadingLine(terminal);
            Path folder = Objects.requireNonNull(out.toAbsolutePath().getParent(), "a file is in a folder");
            history = HistoryReader.read(source, layout, own, own.values(), rejects, folder, progress);
            progress.end();
            try {
                most.require(rejects, source.name(), history.rows());
            } catch (HistoryException e) {
                history.close();
                throw e;
            }
            show(history, rejects);
        }
        showOdd(history, byPairs);
        Labelled.showUnmet(own.unmet(), own::knows, labelled.labels().size(), terminal);
        Labelled.showUndated(layout, labelled.labels(), terminal);
        return history;
    }

    private void show(History history, Rejects rejects) {
        terminal.printf(
                Locale.ROOT,
                "read %,d events of %,d entities%s%s%n",
                history.rows(),
                history.entities().size(),
                own.leftOut() == 0 ? "" : ", " + own.leftOut() + " called fraud were left out",
                rejects.count() == 0 ? "" : ", " + rejects.count() + " records are no events");
        rejects.show(terminal);
    }

    /** What is taken in all the same, but may not be meant. */
    private void showOdd(History history, boolean byPairs) {
        for (String field : history.missingFields()) {
            terminal.println(
                    "  no event has a value of " + field + ": correct its name in the watch if that is not meant");
        }
        if (history.backwards() > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "  %,d events are older than the one before of the same %s: they are taken in the order of their rows,"
                            + " sort them by %s if that is not meant%n",
                    history.backwards(),
                    layout.watch().entity(),
                    layout.watch().time().orElseThrow().field());
        }
        long brief = history.entities().stream()
                .filter(entity -> HistoryWindows.count(layout, entity) < 2)
                .count();
        if (!byPairs && brief > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "  %,d of %,d entities have fewer than two windows of %d events: the encoder does not learn from them%n",
                    brief,
                    history.entities().size(),
                    layout.watch().sequence().length());
        }
    }
}
