package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares windows that end in confirmed frauds, and honest ones of the same time, with what came before of their entity. */
final class ConfirmedFit {
    private static final int MOST_FRAUDS = 400;
    private static final int MOST_HONEST = 1_600;
    /** Of one entity, the newest: a long history would not fit into memory. */
    private static final int MOST_WINDOWS = 200;

    private final Scorer scorer;

    ConfirmedFit(EvidenceModel model) {
        this.scorer = new Scorer(model);
    }

    /**
     * What the fusion is told of frauds and of honest events; those before the first fraud are left out, since the labels of that
     * time may be lacking.
     *
     * @param honest entities of which frauds are left out
     */
    Shown shown(Confirmed confirmed, List<EntityHistory> honest) {
        List<double[]> taken = new ArrayList<>();
        int each = Math.max(1, MOST_FRAUDS / Math.max(1, confirmed.defrauded().size()));
        long first = Long.MAX_VALUE;
        for (Confirmed.Defrauded one : spread(confirmed.defrauded(), MOST_FRAUDS)) {
            List<Window> own = windows(one.history());
            for (Window fraud : newest(one.frauds(), each)) {
                first = Math.min(first, timeOf(fraud));
                compared(one.history().entity(), fraud, own).ifPresent(taken::add);
            }
        }
        return new Shown(honest(honest, first), taken);
    }

    private List<double[]> honest(List<EntityHistory> entities, long from) {
        List<double[]> inputs = new ArrayList<>();
        int each = Math.max(1, MOST_HONEST / Math.max(1, entities.size()));
        for (EntityHistory entity : spread(entities, MOST_HONEST)) {
            List<Window> own = windows(entity);
            newest(own, each).stream()
                    .filter(window -> timeOf(window) >= from)
                    .forEach(window -> compared(entity.entity(), window, own).ifPresent(inputs::add));
        }
        return inputs;
    }

    /** With those of the entity's windows that ended before this one began, as many as the service keeps. */
    private Optional<double[]> compared(String entity, Window window, List<Window> own) {
        List<Window> before =
                own.stream().filter(other -> timeOf(other) < window.time(0)).toList();
        if (before.size() < Detector.LEAST_REFERENCES) {
            return Optional.empty();
        }
        References references = scorer.references(entity, newest(before, Detector.KEPT_REFERENCES));
        // windows with frauds number their events otherwise than those without
        references.endingBefore(Long.MAX_VALUE);
        return Optional.of(scorer.compare(window, references).inputs());
    }

    private List<Window> windows(EntityHistory history) {
        int length = scorer.model().layout().watch().sequence().length();
        return history.windows(scorer.model().layout(), length, MOST_WINDOWS);
    }

    /** At most so many, evenly spread. */
    private static <T> List<T> spread(List<T> all, int most) {
        int step = (all.size() + most - 1) / most;
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static List<Window> newest(List<Window> windows, int most) {
        return windows.subList(Math.max(0, windows.size() - most), windows.size());
    }

    private static long timeOf(Window window) {
        return window.time(window.events() - 1);
    }
}
