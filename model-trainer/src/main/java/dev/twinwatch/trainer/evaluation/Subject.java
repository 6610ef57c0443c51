package dev.twinwatch.trainer.evaluation;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One entity that is measured, by windows that share no event.
 *
 * @param entity whose
 * @param windows in its history
 * @param references the earlier half of the newest windows, oldest first
 * @param probes from the later half
 */
record Subject(String entity, int windows, List<Window> references, List<Window> probes) {
    /** The newest windows of an entity; of more, the older ones are left out. */
    private static final int MOST_WINDOWS = 128;
    /** Spread over the later half. */
    private static final int MOST_PROBES = 32;

    static Subject of(Layout layout, EntityHistory history) {
        int length = layout.watch().sequence().length();
        List<Window> newest = history.windows(layout, length, MOST_WINDOWS);
        int half = newest.size() / 2;
        List<Window> later = newest.subList(half, newest.size());
        int probes = Math.min(later.size(), MOST_PROBES);
        return new Subject(
                history.entity(),
                history.rows(layout).lastRows(length).length,
                newest.subList(0, half),
                IntStream.range(0, probes)
                        .mapToObj(i -> later.get(i * later.size() / probes))
                        .toList());
    }

    /** Whether there is something to compare and something to compare with. */
    boolean isUseful() {
        return !references.isEmpty() && !probes.isEmpty();
    }

    /** The newest references, at most so many. */
    List<Window> newestReferences(int most) {
        return references.subList(Math.max(0, references.size() - most), references.size());
    }
}
