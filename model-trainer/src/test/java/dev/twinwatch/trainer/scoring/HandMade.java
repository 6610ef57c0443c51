package dev.twinwatch.trainer.scoring;

import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.evidence.Summary;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.Watches;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A scorer of windows of four events, two at least, whose encoder is made by hand: it places a window at the unit vector
 * (1, 0) where its average amount is over 0 and at (-1, 0) where it is under, so that the cosine distance is 0 or 2.
 */
public final class HandMade {
    private HandMade() {}

    /** Windows of four events, two at least; positions as times. */
    public static final Layout BY_DISTANCE =
            Watches.of("{length: 4, minimum: 2, gap: 100}", "time: {field: at, unit: ordinal}", "compare: cosine");

    static final Layout BY_NOVELTY = Layout.of(WatchFile.parse("watch.yaml", """
            watch: tests
            entity: user
            sequence: {length: 4, minimum: 2, gap: 100}
            time: {field: at, unit: ordinal}
            features:
              - {name: amount, field: amount, as: number}
              - {name: new-place, field: place, as: novelty}
            """));

    /** Evidence of a full window is -1 at distance 0 and 1 at distance 2. */
    static SequenceScorer byDistance(double limit) {
        return new SequenceScorer(new Scorer(modelByDistance(limit)));
    }

    /** The model of that scorer. */
    public static EvidenceModel modelByDistance(double limit) {
        return model(BY_DISTANCE, -1, List.of(1.0), limit);
    }

    /** Evidence is that of values which the entity has not had before. */
    static SequenceScorer byNovelty() {
        return new SequenceScorer(new Scorer(model(BY_NOVELTY, 0, List.of(0.0, 0.0, 0.0, 0.0, 1.0), 100)));
    }

    private static EvidenceModel model(Layout layout, double bias, List<Double> fused, double limit) {
        EncoderSpec spec = new EncoderSpec(EncoderKind.BAG, 4, 1, List.of(), 2, 2, 1, List.of(), 2);
        Weights weights = Weights.of(Map.of(
                "dense.w", new float[] {1, -1, 0, 0},
                "dense.b", new float[] {0, 0},
                "out.w", new float[] {1, 0, -1, 0},
                "out.b", new float[] {0, 0}));
        List<Double> usual = Collections.nCopies(fused.size(), 0.0);
        return new EvidenceModel(
                layout,
                Scaling.none(1),
                spec,
                weights,
                ratio(2),
                Summary.AVERAGES,
                ratio(2),
                Cohort.none(),
                List.of(),
                25,
                Confidence.FROM_TWO_REFERENCES,
                new Fusion(EvidenceModel.inputNames(layout, Summary.AVERAGES), bias, fused, usual),
                limit);
    }

    private static LikelihoodRatio ratio(int inputs) {
        return LikelihoodRatio.of(new float[inputs], new float[0], new float[0]);
    }
}
