package dev.twinwatch.bench.quality.commands;

import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import java.util.ArrayList;
import java.util.List;

/** The commands of one user as the engine sees them: some blocks enrol, the blocks after them are compared in order. */
final class CommandStream {
    private final Scorer scorer;
    private final Layout layout;
    private final List<Event> events;
    private final int enrolled;

    /**
     * Of one user.
     *
     * @param enrolled blocks that are references
     */
    CommandStream(Scorer scorer, List<Event> events, int enrolled) {
        this.scorer = scorer;
        this.layout = scorer.model().layout();
        this.events = events;
        this.enrolled = enrolled;
    }

    /** Compares blocks, each as if it came right after the enrolment. */
    List<Comparison> withoutUpdating(int blocks) {
        Recent recent = new Recent(layout);
        References references = scorer.references(enrol(recent));
        byte[] state = RecentCodec.encode(recent);
        List<Comparison> comparisons = new ArrayList<>();
        for (int block = enrolled; block < enrolled + blocks; block++) {
            Window window = next(RecentCodec.decode(layout, state), block);
            references.endingBefore(window.firstNumber());
            comparisons.add(scorer.compare(window, references));
        }
        return comparisons;
    }

    /**
     * The same in their order: a block becomes a reference where its evidence says that it is the user's own.
     *
     * @param forgetful whether commands of other blocks count as never used: somebody else's would otherwise be new only
     *     once
     */
    List<Comparison> updating(int blocks, boolean forgetful) {
        Recent recent = new Recent(layout);
        List<Window> kept = enrol(recent);
        References references = scorer.references(kept);
        List<Comparison> comparisons = new ArrayList<>();
        for (int block = enrolled; block < enrolled + blocks; block++) {
            byte[] before = RecentCodec.encode(recent);
            Window window = next(recent, block);
            references.endingBefore(window.firstNumber());
            Comparison comparison = scorer.compare(window, references);
            comparisons.add(comparison);
            if (comparison.evidence() < 0) {
                kept.add(window);
                scorer.append(references, window, kept);
            } else if (forgetful) {
                recent = RecentCodec.decode(layout, before);
            }
        }
        return comparisons;
    }

    private List<Window> enrol(Recent recent) {
        List<Window> windows = new ArrayList<>();
        for (int block = 0; block < enrolled; block++) {
            windows.add(next(recent, block));
        }
        return windows;
    }

    private Window next(Recent recent, int block) {
        recent.beginSequence();
        events.subList(block * Commands.BLOCK, (block + 1) * Commands.BLOCK).forEach(recent::append);
        return recent.window().copy();
    }
}
