package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.history.NamedSequence;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.PairFile;
import dev.twinwatch.trainer.training.PairedWindows;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The sequences of which a pair file speaks: each found by its name, or by entity/name where names repeat. */
final class SequencePairs {
    private final List<Pair> pairs;

    private record Pair(Side left, Side right, boolean alike) {}

    private record Side(String entity, List<Window> windows) {}

    private SequencePairs(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /** Without the events that are not the entities' own: no pair teaches what a label calls fraud. */
    static SequencePairs of(
            PairFile file, EventSource events, Layout layout, Predicate<Event> own, PrintWriter terminal) {
        file.problems().forEach(p -> terminal.println("  skipped pair: " + p));
        Map<String, Optional<Side>> sides = sides(events, layout, own);
        List<Pair> pairs = new ArrayList<>();
        List<PairFile.Pair> useless = new ArrayList<>();
        for (PairFile.Pair pair : file.pairs()) {
            Optional<Side> left = sides.getOrDefault(pair.left(), Optional.empty());
            Optional<Side> right = sides.getOrDefault(pair.right(), Optional.empty());
            if (left.isPresent() && right.isPresent()) {
                pairs.add(new Pair(left.get(), right.get(), pair.alike()));
            } else {
                useless.add(pair);
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
        return new SequencePairs(pairs);
    }

    /** By both names; nothing where a sequence is too short or its name is not its own. */
    private static Map<String, Optional<Side>> sides(EventSource events, Layout layout, Predicate<Event> own) {
        Map<String, Optional<Side>> sides = new HashMap<>();
        for (NamedSequence sequence : NamedSequence.read(events, layout, own, RejectListener.NOBODY)) {
            List<Window> windows = new EntityHistory(sequence.entity(), sequence.events())
                    .windows(layout, layout.watch().sequence().length());
            Optional<Side> side =
                    windows.isEmpty() ? Optional.empty() : Optional.of(new Side(sequence.entity(), windows));
            sides.put(sequence.fullName(), side);
            sides.merge(sequence.name(), side, (one, other) -> Optional.empty());
        }
        return sides;
    }

    /** Who is one person by these pairs. */
    Identities identities() {
        return Identities.of(pairs.stream()
                .map(pair ->
                        new Identities.Link(pair.left().entity(), pair.right().entity(), pair.alike()))
                .toList());
    }

    /** The pairs of which both entities may be learned from, window by window as far as the shorter sequence goes. */
    PairedWindows windows(Predicate<String> taught) {
        List<PairedWindows.Pair> windows = new ArrayList<>();
        for (Pair pair : pairs) {
            if (taught.test(pair.left().entity()) && taught.test(pair.right().entity())) {
                List<Window> left = pair.left().windows();
                List<Window> right = pair.right().windows();
                for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                    windows.add(new PairedWindows.Pair(left.get(i), right.get(i), pair.alike()));
                }
            }
        }
        return new PairedWindows(windows);
    }
}
