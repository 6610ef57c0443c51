package dev.twinwatch.stream;

import dev.twinwatch.engine.bundle.Alerting;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.bundle.Golden;
import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.engine.drift.CategoryBins;
import dev.twinwatch.engine.drift.NumberBins;
import dev.twinwatch.engine.drift.Shares;
import dev.twinwatch.engine.drift.UsualCategory;
import dev.twinwatch.engine.drift.UsualNumber;
import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.evidence.Summary;
import dev.twinwatch.engine.evidence.Usage;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A small watch and models for it whose evidence can be worked out by hand: in a full window of 4 events it is {@code 4 x
 * log(1 + n) - 1} with n places never used before; the limit is 2, so that two new places raise an alert and one does not.
 * The encoder's weights are random and count for nothing.
 */
public final class Purchases {
    /** As a file would hold it. */
    public static final String YAML = """
            watch: purchases
            entity: customer
            time: {field: at, unit: millis}
            id: id
            lateness: 1h
            sequence: {length: 4, minimum: 2}
            features:
              - {name: amount, field: amount, as: number, scale: log}
              - {name: place, field: place, as: category, buckets: 16}
              - {name: new-place, field: place, as: novelty}
            """;

    public static final Watch WATCH = WatchFile.parse("watch.yaml", YAML);
    public static final Layout LAYOUT = Layout.of(WATCH);

    private static final long HOME = Hash64.of("home");
    /** Everybody spends 10 to 14 at home, and each event ends a window that is absorbed. */
    public static final UsualTraffic USUAL = new UsualTraffic(
            new UsualNumber(UsualTraffic.EVIDENCE, NumberBins.between(-2, 0), Shares.counted(0, 1000, 0, 0)),
            List.of(new UsualNumber(
                    "amount", NumberBins.between(10, 11, 12, 13, 14), Shares.counted(0, 250, 250, 250, 250, 0, 0))),
            List.of(new UsualCategory(
                    "place",
                    CategoryBins.knowing(new long[] {HOME}, new int[] {CategoryBins.mark(HOME)}),
                    Shares.counted(1000, 0, 0, 0))),
            1);

    private Purchases() {}

    /** A valid bundle; another seed gives another version. */
    public static byte[] bundle(int seed) {
        return bundle(LAYOUT, seed);
    }

    /** A valid bundle for a watch that has the features of {@link #YAML}. */
    public static byte[] bundle(Layout layout, int seed) {
        return bundle(layout, seed, Alerting.UNKNOWN);
    }

    /** A valid bundle that knows so much of the number of alerts. */
    public static byte[] bundle(Layout layout, int seed, Alerting alerting) {
        return bundle(layout, seed, alerting, 2);
    }

    /** A valid bundle with a limit of 1, so that one new place raises an alert. */
    public static byte[] strictBundle() {
        return bundle(LAYOUT, 1, Alerting.UNKNOWN, 1);
    }

    /** A valid bundle that knows what usual traffic looks like; another seed gives another version. */
    public static byte[] bundle(UsualTraffic usual, int seed) {
        return bundle(LAYOUT, seed, Alerting.UNKNOWN, 2, Optional.of(usual));
    }

    private static byte[] bundle(Layout layout, int seed, Alerting alerting, double limit) {
        return bundle(layout, seed, alerting, limit, Optional.empty());
    }

    private static byte[] bundle(
            Layout layout, int seed, Alerting alerting, double limit, Optional<UsualTraffic> usual) {
        Random random = new Random(seed);
        EncoderSpec spec = new EncoderSpec(EncoderKind.BAG, 4, 1, List.of(16), 4, 3, 1, List.of(), 2);
        Weights weights = Weights.of(Map.of(
                "embedding.0", values(random, 16 * 4),
                "dense.w", values(random, 2 * 3),
                "dense.b", values(random, 3),
                "out.w", values(random, (4 + 3) * 2),
                "out.b", values(random, 2)));
        float[] shares = new float[16];
        Arrays.fill(shares, 1 / 16f);
        EvidenceModel model = new EvidenceModel(
                layout,
                Scaling.none(1),
                spec,
                weights,
                LikelihoodRatio.of(new float[2], new float[] {1, 0, 0, 1}, new float[] {1, 1}),
                Summary.AVERAGES,
                LikelihoodRatio.of(new float[2], new float[] {1, 0, 0, 1}, new float[] {1, 1}),
                Cohort.none(),
                List.of(Usage.of(shares)),
                25,
                Confidence.FROM_TWO_REFERENCES,
                fusion(EvidenceModel.inputNames(layout, Summary.AVERAGES)),
                limit);
        Window window = window(layout);
        Golden golden = new Golden(List.of(window), List.of(new Scorer(model).embed(window)));
        Provenance provenance =
                new Provenance("0".repeat(64), 1, 1, "", "", seed, Map.of(), "unknown", "17", "none", Map.of());
        try {
            return BundleFile.write(model, alerting, usual, provenance, golden);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a feature of confirmed frauds, where the watch has one, the number counts five times. */
    private static Fusion fusion(List<String> names) {
        List<Double> weights = names.stream()
                .map(name -> name.startsWith("novelty ") ? 4.0 : name.startsWith("frauds ") ? 5.0 : 0.0)
                .toList();
        return new Fusion(names, -1, weights, Collections.nCopies(names.size(), 0.0));
    }

    private static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static Window window(Layout layout) {
        Recent recent = new Recent(layout);
        EventReader reader = new EventReader(layout);
        for (int i = 0; i < 4; i++) {
            Map<String, Object> record =
                    Map.of("customer", "golden", "id", "g" + i, "at", 1000L * i, "amount", 2.0 * i, "place", "p" + i);
            Reading reading = reader.read(record::get, new Origin("golden", 0, i, false));
            recent.append(((Reading.Understood) reading).event());
        }
        return recent.window().copy();
    }
}
