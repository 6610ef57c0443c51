package dev.twinwatch.bench.quality.typing;

import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.bench.quality.measure.Sample;
import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Errors of every way of scoring, subject by subject in the same order. */
final class TypingErrors {
    private static final int LATEST = 10;
    private static final int FIRST = 10;
    private static final int KEPT = 16;

    private final Errors all = new Errors();
    private final Errors latest = new Errors();
    private final Errors moving = new Errors();
    private final Errors poisoned = new Errors();
    private final Errors plainRatio = new Errors();
    private final Errors plainRatioLatest = new Errors();
    private final Errors cosine = new Errors();
    private final Errors untrainedCosine = new Errors();

    void add(
            EvidenceModel model,
            Optional<EvidenceModel> untrained,
            List<List<Event>> own,
            List<List<Event>> impostors) {
        Subject subject = new Subject(new Scorer(model), own, impostors);
        Subject.Compared withAll = subject.withLatest(Numbers.ENROLLED);
        Subject.Compared withLatest = subject.withLatest(LATEST);
        List<String> inputs = model.fusion().names();
        int fixed = Math.max(inputs.indexOf("positions"), inputs.indexOf("averages"));
        all.add(withAll, Comparison::evidence);
        cosine.add(withAll, Comparison::distance);
        plainRatio.add(withAll, comparison -> comparison.inputs()[fixed]);
        latest.add(withLatest, Comparison::evidence);
        plainRatioLatest.add(withLatest, comparison -> comparison.inputs()[fixed]);
        moving.add(subject.updating(FIRST, KEPT, false), Comparison::evidence);
        poisoned.add(subject.updating(FIRST, KEPT, true), Comparison::evidence);
        untrained.ifPresent(other -> untrainedCosine.add(
                new Subject(new Scorer(other), own, impostors).withLatest(Numbers.ENROLLED), Comparison::distance));
    }

    List<Figure> figures() {
        Sample ahead = all.minus(plainRatio);
        Sample aheadLatest = latest.minus(plainRatioLatest);
        List<Figure> figures = new ArrayList<>();
        add(figures, "encoder, fused: EER, 200 references", all.mean());
        add(figures, "encoder, fused: EER, latest 10 references", latest.mean());
        add(figures, "encoder, fused: EER, 16 kept windows, guarded updating from repetition 10 on", moving.mean());
        add(figures, "encoder, fused: EER, one limit for all, 200 references", all.pooled());
        add(figures, "ratio without a network: EER, 200 references", plainRatio.mean());
        add(figures, "ratio without a network: EER, latest 10 references", plainRatioLatest.mean());
        add(figures, "encoder minus ratio without a network, paired: EER, 200 references", ahead.mean());
        add(figures, "encoder minus ratio without a network, paired: t, 200 references", t(ahead));
        add(figures, "encoder minus ratio without a network, paired: EER, latest 10 references", aheadLatest.mean());
        add(figures, "encoder minus ratio without a network, paired: t, latest 10 references", t(aheadLatest));
        add(figures, "encoder, fused: EER, 16 kept windows, impostors become references too", poisoned.mean());
        add(figures, "cosine of the trained encoder: EER, 200 references", cosine.mean());
        if (untrainedCosine.subjects() > 0) {
            add(figures, "cosine of the untrained encoder: EER, 200 references", untrainedCosine.mean());
        }
        return figures;
    }

    /** Mean over its standard error: under about -2 the encoder is ahead by more than chance. */
    private double t(Sample difference) {
        return difference.mean() / (difference.deviation() / Math.sqrt(all.subjects()));
    }

    private static void add(List<Figure> figures, String measure, double value) {
        figures.add(new Figure("cmu-keystroke", measure, value));
    }
}
