package dev.twinwatch.engine.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named tensors of an encoder, float32, row-major with shape [inputs][outputs].
 *
 * <p>Names: {@code embedding.0} [buckets][embedding] for each category; bag: {@code dense.w} [2 x denseInputs][hidden]
 * (averages, then deviations), {@code dense.b} [hidden]; tcn: {@code conv.0.w} [kernel][inputs][hidden] (oldest tap first),
 * {@code conv.0.b} [hidden]; lstm: {@code lstm.w} [inputs][4 x hidden], {@code lstm.r} [hidden][4 x hidden], {@code lstm.b}
 * [4 x hidden] (new content, then the gates forget, output, input); mlp: {@code first.w} [length x inputs][hidden] (oldest
 * event first), {@code second.w} [hidden][hidden], {@code first.b} and {@code second.b} [hidden]; set: no other than those of all, its inputs are the rows of
 * {@link SetInputs}; all: {@code out.w}
 * [inputs][dimensions], {@code out.b} [dimensions].
 */
public final class Weights {
    private final Map<String, float[]> tensors;

    private Weights(Map<String, float[]> tensors) {
        this.tensors = tensors;
    }

    /** Copied; every value must be finite. */
    public static Weights of(Map<String, float[]> tensors) {
        Map<String, float[]> copies = new LinkedHashMap<>();
        tensors.forEach((name, values) -> {
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "weights " + name + " hold " + value + ": the training diverged, lower the learning rate");
                }
            }
            copies.put(name, values.clone());
        });
        return new Weights(Collections.unmodifiableMap(copies));
    }

    /** All tensors, in the order in which they were given; not to be changed. */
    public Map<String, float[]> tensors() {
        return tensors;
    }

    /** A matrix, row by row. */
    Rows rows(String name, int rows, int columns) {
        return Rows.of(get(name, rows * columns), rows, columns);
    }

    float[] get(String name, int size) {
        float[] tensor = tensors.get(name);
        if (tensor == null || tensor.length != size) {
            throw new IllegalArgumentException(
                    "weights " + name + " have " + (tensor == null ? "no" : String.valueOf(tensor.length))
                            + " values, the encoder's shape wants " + size);
        }
        return tensor;
    }
}
