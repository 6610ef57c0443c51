package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Scale;

/** The bend of a raw value before it is standardised or compared: sign(x) log(1 + |x|) for logarithmic scales. */
public final class FeatureBend {
    private FeatureBend() {}

    /** A raw value after its scale; ranks are known to the model alone and stay raw here. */
    public static float bend(FeatureSpec feature, float raw) {
        boolean log = feature.scale() == Scale.LOG || feature.kind() == FeatureKind.SINCE_PREVIOUS;
        // Not log1p, which takes four times as long and differs by less than 1e-16.
        return log ? (float) (Math.signum(raw) * Math.log(1 + Math.abs((double) raw))) : raw;
    }
}
