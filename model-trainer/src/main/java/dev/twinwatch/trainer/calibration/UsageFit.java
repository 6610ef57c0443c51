package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.Usage;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.ArrayList;
import java.util.List;

/** Counts how common the values of each category are; every bucket counts as seen once more than it was. */
final class UsageFit {
    private UsageFit() {}

    static List<Usage> fit(Layout layout, List<List<Window>> byEntity) {
        List<Usage> usage = new ArrayList<>();
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.CATEGORY)) {
            int field = layout.categories().indexOf(feature.field());
            double[] counts = new double[feature.buckets()];
            double total = 0;
            for (List<Window> windows : byEntity) {
                for (Window window : windows) {
                    for (int i = 0; i < window.events(); i++) {
                        counts[Hash64.bucket(window.category(i, field), feature.buckets())]++;
                        total++;
                    }
                }
            }
            float[] shares = new float[counts.length];
            for (int b = 0; b < shares.length; b++) {
                shares[b] = (float) ((counts[b] + 1) / (total + counts.length));
            }
            usage.add(Usage.of(shares));
        }
        return usage;
    }
}
