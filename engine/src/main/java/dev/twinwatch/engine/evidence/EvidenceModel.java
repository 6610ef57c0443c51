package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All numbers that training found and scoring needs; immutable, shared by all threads.
 *
 * @param layout what a kept event consists of
 * @param scaling of the dense inputs
 * @param spec shape of the encoder
 * @param weights of the encoder
 * @param behaviour likelihood ratio of embeddings
 * @param summary which fixed features are compared beside the embeddings
 * @param fixed likelihood ratio of these, without any network; no outputs without dense inputs
 * @param cohort where other entities lie
 * @param usage population shares of each category, in the order of the watch
 * @param halfLife references after which the weight of one halves, over 0: how fast honest behaviour moves on
 * @param confidence how much evidence counts by the number of references
 * @param fusion of the inputs that {@link #inputNames} lists
 * @param limit evidence over which an event is flagged
 * @param frauds what labels taught of those who defraud
 */
public record EvidenceModel(
        Layout layout,
        Scaling scaling,
        EncoderSpec spec,
        Weights weights,
        LikelihoodRatio behaviour,
        Summary summary,
        LikelihoodRatio fixed,
        Cohort cohort,
        List<Usage> usage,
        double halfLife,
        Confidence confidence,
        Fusion fusion,
        double limit,
        LearnedFrauds frauds) {

    /** One that no label taught. */
    public EvidenceModel(
            Layout layout,
            Scaling scaling,
            EncoderSpec spec,
            Weights weights,
            LikelihoodRatio behaviour,
            Summary summary,
            LikelihoodRatio fixed,
            Cohort cohort,
            List<Usage> usage,
            double halfLife,
            Confidence confidence,
            Fusion fusion,
            double limit) {
        this(
                layout,
                scaling,
                spec,
                weights,
                behaviour,
                summary,
                fixed,
                cohort,
                usage,
                halfLife,
                confidence,
                fusion,
                limit,
                LearnedFrauds.NONE);
    }

    public EvidenceModel {
        usage = List.copyOf(usage);
        List<String> names = inputNames(layout, summary);
        if (!fusion.names().equals(names)) {
            throw new IllegalArgumentException("fusion speaks of " + fusion.names() + ", watch "
                    + layout.watch().name() + " gives " + names + ": the bundle is of another watch");
        }
        int dense = Featurizer.denseInputs(layout);
        List<Integer> buckets = layout.watch().featuresOf(FeatureKind.CATEGORY).stream()
                .map(FeatureSpec::buckets)
                .toList();
        requireSame(
                "events in a window", spec.length(), layout.watch().sequence().length());
        requireSame("dense inputs", spec.denseInputs(), dense);
        requireSame("buckets", spec.buckets(), buckets);
        requireSame("scaled inputs", scaling.inputs(), dense);
        requireSame("inputs of the ratio of behaviour", behaviour.inputs(), spec.dimensions());
        requireSame(
                "inputs of the ratio of " + summary.input(),
                fixed.inputs(),
                summary.size(layout.watch().sequence().length(), dense));
        if (cohort.dimensions() != 0) {
            requireSame("values in a centre of the cohort", cohort.dimensions(), spec.dimensions());
        }
        requireSame("shares of usage", usage.stream().map(Usage::buckets).toList(), buckets);
        if (!(halfLife > 0 && halfLife <= 1e6)) {
            throw new IllegalArgumentException(
                    "half-life is " + halfLife + " references, expected over 0 and at most 1000000");
        }
        if (!Double.isFinite(limit)) {
            throw new IllegalArgumentException("limit is " + limit + ", expected a finite number");
        }
    }

    private static void requireSame(String name, Object given, Object expected) {
        if (!given.equals(expected)) {
            throw new IllegalArgumentException("model has " + given + " " + name + ", expected " + expected
                    + ": it is of another watch, train again");
        }
    }

    /** The pieces of evidence that a watch gives, in the order of the fusion. */
    public static List<String> inputNames(Layout layout, Summary summary) {
        if (layout.watch().compare() != Metric.LIKELIHOOD_RATIO) {
            return List.of("distance");
        }
        List<String> names = new ArrayList<>();
        names.add("behaviour");
        names.add("nearest");
        names.add("cohort");
        if (Featurizer.denseInputs(layout) > 0) {
            names.add(summary.input());
        }
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.CATEGORY)) {
            names.add("usage " + feature.name());
        }
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.NOVELTY)) {
            names.add("novelty " + feature.name());
        }
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.RELATIVE)) {
            names.add("spread " + feature.name());
            names.add("strongest " + feature.name());
            names.add("above " + feature.name());
            names.add("below " + feature.name());
        }
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.CONFIRMED_FRAUD)) {
            names.add("frauds " + feature.name());
            names.add("fraud-rate " + feature.name());
            names.add("fraud-recency " + feature.name());
        }
        return names;
    }

    /** Places of the inputs of the fusion that speak of some features alone. */
    int[] inputsOf(List<FeatureSpec> features) {
        Set<String> names = features.stream().map(FeatureSpec::name).collect(Collectors.toSet());
        return IntStream.range(0, fusion.names().size())
                .filter(i -> names.contains(featureOf(fusion.names().get(i))))
                .toArray();
    }

    /** What follows the first word of an input's name; empty for those that speak of the whole window. */
    private static String featureOf(String input) {
        int space = input.indexOf(' ');
        return space < 0 ? "" : input.substring(space + 1);
    }

    /**
     * The same over events that are kept with the fields of another layout: itself where they are those that it was trained for.
     *
     * @param events keeps all that its own layout keeps
     */
    public EvidenceModel keptIn(Layout events) {
        return events.fingerprint() == layout.fingerprint()
                ? this
                : new EvidenceModel(
                        layout.keptIn(events),
                        scaling,
                        spec,
                        weights,
                        behaviour,
                        summary,
                        fixed,
                        cohort,
                        usage,
                        halfLife,
                        confidence,
                        fusion,
                        limit,
                        frauds.keptIn(layout, events));
    }

    /** The same, which names no entity of its training to anyone. */
    public EvidenceModel nameless() {
        return with(cohort.named(List.of()), halfLife, confidence, fusion, limit, frauds);
    }

    /** The same with another half-life. */
    public EvidenceModel halvingAfter(double references) {
        return with(cohort, references, confidence, fusion, limit, frauds);
    }

    /** The same with another confidence by the number of references. */
    public EvidenceModel confident(Confidence other) {
        return with(cohort, halfLife, other, fusion, limit, frauds);
    }

    /** The same with another fusion and limit. */
    public EvidenceModel calibrated(Fusion other, double otherLimit) {
        return with(cohort, halfLife, confidence, other, otherLimit, frauds);
    }

    /** The same, taught by labels. */
    public EvidenceModel knowing(LearnedFrauds learned) {
        return with(cohort, halfLife, confidence, fusion, limit, learned);
    }

    private EvidenceModel with(
            Cohort others,
            double references,
            Confidence byReferences,
            Fusion fused,
            double over,
            LearnedFrauds learned) {
        return new EvidenceModel(
                layout,
                scaling,
                spec,
                weights,
                behaviour,
                summary,
                fixed,
                others,
                usage,
                references,
                byReferences,
                fused,
                over,
                learned);
    }
}
