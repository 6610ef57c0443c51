package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * One entity whose references stand still: the older half of its history enrols, the newer half is compared window by window,
 * and so are stretches of others. Where nothing is learned on the way, honest behaviour drifts off, which references that
 * follow never show.
 */
final class Standing {
    /** Windows of a history that take part, the newest ones. */
    static final int MOST_WINDOWS = 200;

    /** Of fewer, the half that enrols says too little. */
    private static final int LEAST_WINDOWS = 8;

    private final Scorer scorer;
    private final Layout layout;
    private final List<List<Event>> later;
    private final References references;
    private final byte[] enrolled;

    /** Enrols what is older of a history. */
    Standing(Scorer scorer, EntityHistory history) {
        this.scorer = scorer;
        this.layout = scorer.model().layout();
        List<List<Event>> pieces =
                pieces(history.newest(MOST_WINDOWS * layout.watch().sequence().length()));
        int half = pieces.size() < LEAST_WINDOWS ? 0 : pieces.size() / 2;
        Recent recent = new Recent(layout);
        List<Window> windows = new ArrayList<>();
        for (List<Event> piece : pieces.subList(0, half)) {
            windows.add(windowOf(recent, piece));
        }
        this.references = scorer.references(history.entity(), windows);
        this.enrolled = RecentCodec.encode(recent);
        this.later = half == 0 ? List.of() : pieces.subList(half, pieces.size());
    }

    /** The entity's own later windows; none where its history is too short. */
    List<Comparison> honest() {
        return later.stream().map(this::compare).toList();
    }

    /** The stretch of a takeover, in windows; none where the history is too short. */
    List<Comparison> taken(Takeover takeover) {
        return later.isEmpty()
                ? List.of()
                : pieces(takeover.events().subList(takeover.from(), takeover.to())).stream()
                        .map(this::compare)
                        .toList();
    }

    private Comparison compare(List<Event> piece) {
        Window window = windowOf(RecentCodec.decode(layout, enrolled), piece);
        references.endingBefore(window.firstNumber());
        return scorer.compare(window, references);
    }

    private static Window windowOf(Recent recent, List<Event> piece) {
        recent.beginSequence();
        piece.forEach(recent::append);
        return recent.window().copy();
    }

    /** Windows side by side, and what is left of a sequence from half a window on: less would be noise. */
    private List<List<Event>> pieces(List<Event> events) {
        int length = layout.watch().sequence().length();
        int least = Math.max(layout.watch().sequence().minimum(), length / 2);
        List<List<Event>> pieces = new ArrayList<>();
        Recent recent = new Recent(layout);
        int from = 0;
        for (int i = 0; i <= events.size(); i++) {
            boolean over = i == events.size();
            if (over || i - from == length || recent.startsNewSequence(events.get(i))) {
                if (i - from >= least) {
                    pieces.add(events.subList(from, i));
                }
                from = i;
            }
            if (!over) {
                recent.append(events.get(i));
            }
        }
        return pieces;
    }
}
