package dev.twinwatch.bench.quality.measure;

import java.util.Arrays;
import java.util.Collection;

/**
 * Mean and standard deviation of some values.
 *
 * @param mean NaN without values
 * @param deviation with one degree of freedom less than values; 0 for a single one
 */
public record Sample(double mean, double deviation) {
    /** Of these values. */
    public static Sample of(double... values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new Sample(mean, values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)));
    }

    /** Of these values. */
    public static Sample of(Collection<Double> values) {
        return of(values.stream().mapToDouble(v -> v).toArray());
    }
}
