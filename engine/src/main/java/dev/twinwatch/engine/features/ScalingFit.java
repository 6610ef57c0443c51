package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Scale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the scaling of training windows: mean and deviation per dense input, ranks where asked. */
public final class ScalingFit {
    private static final int KNOTS = 256;
    /** Under this a column counts as constant, and is left at 0 instead of blowing up its noise. */
    private static final double CONSTANT = 1e-6;

    private static final double PER_UNIT = 10;
    private static final double LEAST_UNIT = 1e-12;

    private ScalingFit() {}

    /** Fits on the given windows, which should not overlap much. */
    public static Scaling fit(Layout layout, List<Window> windows) {
        Map<Integer, float[]> ranks = ranks(layout, windows);
        float[] units = units(layout, windows);
        int inputs = Featurizer.denseInputs(layout);
        float[] means = new float[inputs];
        float[] deviations = new float[inputs];
        Featurizer featurizer =
                new Featurizer(layout, Scaling.measuring(inputs, ranks).inUnits(units));
        Inputs buffer = featurizer.newInputs();
        double[] sums = new double[inputs];
        double[] squares = new double[inputs];
        long[] counts = new long[inputs];
        for (Window window : windows) {
            featurizer.fill(window, buffer);
            for (int i = 0; i < window.events(); i++) {
                for (int d = 0; d < inputs; d++) {
                    double value = buffer.dense(i, d);
                    if (Double.isFinite(value)) {
                        sums[d] += value;
                        squares[d] += value * value;
                        counts[d]++;
                    }
                }
            }
        }
        for (int d = 0; d < inputs; d++) {
            double mean = counts[d] == 0 ? 0 : sums[d] / counts[d];
            double variance = counts[d] == 0 ? 0 : squares[d] / counts[d] - mean * mean;
            means[d] = (float) mean;
            double deviation = Math.sqrt(Math.max(0, variance));
            deviations[d] = (float) (deviation > CONSTANT * (1 + Math.abs(mean)) ? deviation : 1);
        }
        return Scaling.of(means, deviations, ranks).inUnits(units);
    }

    /**
     * Numbers below {@value #PER_UNIT} in size would lie where log(1 + x) is a straight line: seconds that are tenths. They
     * are counted in so small a unit that half of them are over {@value #PER_UNIT} of it.
     */
    private static float[] units(Layout layout, List<Window> windows) {
        float[] units = new float[Featurizer.denseInputs(layout)];
        Arrays.fill(units, 1);
        int next = 0;
        for (FeatureSpec feature : layout.watch().features()) {
            if (feature.scale() == Scale.LOG && feature.kind() == FeatureKind.NUMBER) {
                int field = layout.numbers().indexOf(feature.field());
                double[] sizes = windows.stream()
                        .flatMapToDouble(
                                w -> IntStream.range(0, w.events()).mapToDouble(i -> Math.abs(w.number(i, field))))
                        .filter(size -> size > 0 && size < Float.MAX_VALUE)
                        .sorted()
                        .toArray();
                if (sizes.length > 0) {
                    units[next] = (float) Math.max(LEAST_UNIT, Math.min(1, sizes[sizes.length / 2] / PER_UNIT));
                }
            }
            next += Featurizer.width(feature.kind());
        }
        return units;
    }

    private static Map<Integer, float[]> ranks(Layout layout, List<Window> windows) {
        Map<Integer, float[]> ranks = new HashMap<>();
        int next = 0;
        for (FeatureSpec feature : layout.watch().features()) {
            if (feature.scale() == Scale.RANK && feature.kind() == FeatureKind.NUMBER) {
                ranks.put(next, knots(windows, layout.numbers().indexOf(feature.field())));
            }
            next += Featurizer.width(feature.kind());
        }
        return ranks;
    }

    private static float[] knots(List<Window> windows, int field) {
        int total = windows.stream().mapToInt(Window::events).sum();
        float[] values = new float[total];
        int count = 0;
        for (Window window : windows) {
            for (int i = 0; i < window.events(); i++) {
                float value = window.number(i, field);
                if (!Float.isNaN(value)) {
                    values[count++] = value;
                }
            }
        }
        float[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        if (count == 0) {
            return new float[] {0};
        }
        float[] knots = new float[Math.min(KNOTS, count)];
        for (int k = 0; k < knots.length; k++) {
            knots[k] = sorted[(int) ((long) k * (count - 1) / Math.max(1, knots.length - 1))];
        }
        return knots;
    }
}
