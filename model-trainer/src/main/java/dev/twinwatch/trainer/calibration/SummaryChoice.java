package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.Summary;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import java.util.List;

/** Finds out whether the events of a watch align by position. */
final class SummaryChoice {
    /** Sequences that may have another length, as a share: slips are no habit. */
    private static final double ODD = 0.05;
    /** A covariance of more values cannot be told from few entities. */
    private static final int MOST_VALUES = 256;

    private SummaryChoice() {}

    /** Positions where sequences end by themselves and nearly all are one window long, else averages. */
    static Summary of(Layout layout, List<List<Window>> byEntity) {
        int length = layout.watch().sequence().length();
        int values = Summary.POSITIONS.size(length, Featurizer.denseInputs(layout));
        if (!layout.watch().sequence().ends() || values == 0 || values > MOST_VALUES) {
            return Summary.AVERAGES;
        }
        long all = byEntity.stream().mapToLong(List::size).sum();
        long full = byEntity.stream()
                .flatMap(List::stream)
                .filter(w -> w.events() == length)
                .count();
        return full >= (1 - ODD) * all ? Summary.POSITIONS : Summary.AVERAGES;
    }
}
