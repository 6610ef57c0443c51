package dev.twinwatch.engine;

import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.engine.evidence.Summary;
import dev.twinwatch.engine.evidence.Usage;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Models that were made by hand and not trained. The ratio of averages looks at the average of the first dense input
 * alone, as it is, with variance {@value #BETWEEN} between entities: its evidence can be computed on paper.
 */
public final class TestModels {
    /** Variance between entities of the average. */
    public static final double BETWEEN = 4;

    private static final int DIMENSIONS = 3;

    private TestModels() {}

    /** The same model, for windows whose positions have each their meaning: its ratio looks at the first one alone. */
    public static EvidenceModel byPosition(Layout layout, double limit) {
        int dense = Featurizer.denseInputs(layout);
        int inputs = dense * layout.watch().sequence().length();
        float[] map = new float[inputs];
        map[0] = 1;
        EvidenceModel averages = weighing(layout, limit);
        List<String> names = EvidenceModel.inputNames(layout, Summary.POSITIONS);
        List<Double> weights =
                names.stream().map(name -> name.equals("positions") ? 1.0 : 0.0).toList();
        List<Double> usual = names.stream().map(name -> 0.0).toList();
        return new EvidenceModel(
                layout,
                averages.scaling(),
                averages.spec(),
                averages.weights(),
                averages.behaviour(),
                Summary.POSITIONS,
                LikelihoodRatio.of(new float[inputs], map, new float[] {(float) BETWEEN}),
                averages.cohort(),
                averages.usage(),
                averages.halfLife(),
                averages.confidence(),
                new Fusion(names, 0, weights, usual),
                limit);
    }

    /** Only the named pieces of evidence count, each with weight 1. */
    public static EvidenceModel weighing(Layout layout, double limit, String... counting) {
        List<String> names = EvidenceModel.inputNames(layout, Summary.AVERAGES);
        List<Double> weights = new ArrayList<>();
        List<Double> usual = new ArrayList<>();
        for (String name : names) {
            weights.add(Arrays.asList(counting).contains(name) ? 1.0 : 0.0);
            usual.add(0.0);
        }
        return of(layout, new Fusion(names, 0, weights, usual), limit);
    }

    /** With a given fusion. */
    public static EvidenceModel of(Layout layout, Fusion fusion, double limit) {
        int dense = Featurizer.denseInputs(layout);
        List<Integer> buckets = layout.watch().featuresOf(FeatureKind.CATEGORY).stream()
                .map(FeatureSpec::buckets)
                .toList();
        EncoderSpec spec = new EncoderSpec(
                EncoderKind.BAG, layout.watch().sequence().length(), dense, buckets, 2, 2, 1, List.of(), DIMENSIONS);
        return new EvidenceModel(
                layout,
                Scaling.none(dense),
                spec,
                weights(spec),
                LikelihoodRatio.of(
                        new float[DIMENSIONS], new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new float[] {1, 1, 1}),
                Summary.AVERAGES,
                dense == 0 ? LikelihoodRatio.of(new float[0], new float[0], new float[0]) : firstAverage(dense),
                Cohort.none(),
                buckets.stream().map(TestModels::uniform).toList(),
                25,
                Confidence.FROM_TWO_REFERENCES,
                fusion,
                limit);
    }

    /** The same model, which knows others who lie anywhere. */
    public static EvidenceModel withCohort(EvidenceModel model, String... entities) {
        long[] hashes = Arrays.stream(entities).mapToLong(Hash64::of).toArray();
        float[] centres = new float[hashes.length * DIMENSIONS];
        Arrays.fill(centres, 0.5f);
        return new EvidenceModel(
                model.layout(),
                model.scaling(),
                model.spec(),
                model.weights(),
                model.behaviour(),
                model.summary(),
                model.fixed(),
                Cohort.of(hashes, centres).named(List.of(entities)),
                model.usage(),
                model.halfLife(),
                model.confidence(),
                model.fusion(),
                model.limit());
    }

    private static LikelihoodRatio firstAverage(int dense) {
        float[] map = new float[2 * dense];
        map[0] = 1;
        return LikelihoodRatio.of(new float[2 * dense], map, new float[] {(float) BETWEEN});
    }

    private static Usage uniform(int buckets) {
        float[] shares = new float[buckets];
        Arrays.fill(shares, 1f / buckets);
        return Usage.of(shares);
    }

    private static Weights weights(EncoderSpec spec) {
        Random random = new Random(20);
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (int c = 0; c < spec.buckets().size(); c++) {
            tensors.put("embedding." + c, values(random, spec.buckets().get(c) * spec.embedding()));
        }
        int joined = spec.buckets().size() * spec.embedding();
        if (spec.denseInputs() > 0) {
            tensors.put("dense.w", values(random, 2 * spec.denseInputs() * spec.hidden()));
            tensors.put("dense.b", values(random, spec.hidden()));
            joined += spec.hidden();
        }
        tensors.put("out.w", values(random, joined * spec.dimensions()));
        tensors.put("out.b", values(random, spec.dimensions()));
        return Weights.of(tensors);
    }

    private static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
