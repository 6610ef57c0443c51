package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.engine.evidence.Summary;
import dev.twinwatch.engine.evidence.Usage;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.watch.WatchFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up customers who pay an amount at a place; events are four to a window and are scored from two on. */
final class Customers {
    static final long HOUR = 3_600_000_000L;
    static final long DAY = 24 * HOUR;
    static final String WATCH = """
            watch: test
            entity: who
            time: {field: at, unit: micros}
            sequence: {length: 4, minimum: 2}
            features:
              - {name: amount, field: amount, as: number}
              - {name: place, field: place, as: category, buckets: 4}
            """;

    private final Layout layout;
    private long offset;

    Customers(String watch) {
        layout = Layout.of(WatchFile.parse("test.yaml", watch));
    }

    Layout layout() {
        return layout;
    }

    /** The next event; `by: session` reads the session where the watch says so. */
    Event event(String who, long at, double amount, String place, String session) {
        Map<String, Object> values = new HashMap<>();
        values.put("who", who);
        values.put("at", at);
        values.put("amount", amount);
        values.put("place", place);
        values.put("session", session);
        Reading reading = new EventReader(layout).read(values::get, new Origin("test", 0, offset++, false));
        return ((Reading.Understood) reading).event();
    }

    /** Weights of an encoder that nobody trained. */
    static Weights randomWeights(EncoderSpec spec) {
        Random random = new Random(20);
        Map<String, float[]> tensors = new LinkedHashMap<>();
        int joined = 0;
        for (int c = 0; c < spec.buckets().size(); c++) {
            tensors.put("embedding." + c, values(random, spec.buckets().get(c) * spec.embedding()));
            joined += spec.embedding();
        }
        tensors.put("dense.w", values(random, 2 * spec.denseInputs() * spec.hidden()));
        tensors.put("dense.b", values(random, spec.hidden()));
        joined += spec.hidden();
        tensors.put("out.w", values(random, joined * spec.dimensions()));
        tensors.put("out.b", values(random, spec.dimensions()));
        return Weights.of(tensors);
    }

    /** Counts the average amount alone: one within an entity, variance 4 between entities; flags over 1. */
    EvidenceModel comparingAmounts() {
        return counting("averages");
    }

    /** Counts the distance alone, where the watch compares by a plain one; flags over 1. */
    EvidenceModel measuringDistance() {
        return counting("distance");
    }

    private EvidenceModel counting(String input) {
        EncoderSpec spec = EncoderSpec.bag(4, 1, List.of(4), 2);
        List<String> names = EvidenceModel.inputNames(layout, Summary.AVERAGES);
        List<Double> weights = new ArrayList<>(Collections.nCopies(names.size(), 0.0));
        weights.set(names.indexOf(input), 1.0);
        return new EvidenceModel(
                layout,
                Scaling.none(1),
                spec,
                randomWeights(spec),
                LikelihoodRatio.of(new float[2], new float[0], new float[0]),
                Summary.AVERAGES,
                LikelihoodRatio.of(new float[2], new float[] {1, 0}, new float[] {4}),
                Cohort.none(),
                List.of(Usage.of(new float[] {.25f, .25f, .25f, .25f})),
                25,
                Confidence.FROM_TWO_REFERENCES,
                new Fusion(names, 0, weights, Collections.nCopies(names.size(), 0.0)),
                1);
    }

    private static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
