package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.history.NamedSequence;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.PairFile;
import dev.twinwatch.trainer.training.PairedWindows;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the windows of which a pair file speaks: a sequence by its name, or by entity/name where names repeat. */
final class SequencePairs {
    private SequencePairs() {}

    static PairedWindows of(PairFile file, EventSource events, Layout layout, PrintWriter terminal) {
        file.problems().forEach(p -> terminal.println("  skipped pair: " + p));
        Map<String, List<Window>> windows = new HashMap<>();
        for (NamedSequence sequence : NamedSequence.read(events, layout, problem -> {})) {
            List<Window> own = new EntityHistory(sequence.entity(), sequence.events())
                    .windows(layout, layout.watch().sequence().length());
            windows.put(sequence.fullName(), own);
            windows.merge(sequence.name(), own, (one, other) -> List.of());
        }
        List<PairedWindows.Pair> pairs = new ArrayList<>();
        List<PairFile.Pair> useless = new ArrayList<>();
        for (PairFile.Pair pair : file.pairs()) {
            List<Window> left = windows.getOrDefault(pair.left(), List.of());
            List<Window> right = windows.getOrDefault(pair.right(), List.of());
            if (left.isEmpty() || right.isEmpty()) {
                useless.add(pair);
            }
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                pairs.add(new PairedWindows.Pair(left.get(i), right.get(i), pair.alike()));
            }
        }
        if (pairs.isEmpty()) {
            throw new HistoryException(
                    "none of the " + file.pairs().size() + " pairs names two sequences of the events with "
                            + layout.watch().sequence().minimum() + " events or more: write the value of the watch's"
                            + " `by:` field, or entity/value where several entities have it");
        }
        if (!useless.isEmpty()) {
            PairFile.Pair first = useless.get(0);
            terminal.println("  " + useless.size() + " of " + file.pairs().size()
                    + " pairs were left out, the first is "
                    + first.left() + ", " + first.right() + ": a sequence is not among the events, has too few of them,"
                    + " or its name belongs to several entities (write entity/name)");
        }
        return new PairedWindows(pairs);
    }
}
