package dev.twinwatch.trainer.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a tower reads of one batch, as ND4J arrays.
 *
 * <p>Native memory is not the garbage collector's first concern: close after use, or a long training outgrows the machine.
 */
final class Feed implements AutoCloseable {
    private final DataType type;
    private final List<INDArray> features = new ArrayList<>();
    private final List<INDArray> masks = new ArrayList<>();

    Feed(DataType type) {
        this.type = type;
    }

    /** Adds the next input of the graph, copied from the front of {@code values}; c order. */
    void add(float[] values, long... shape) {
        features.add(array(values, shape));
    }

    /** Adds the mask of the input added last, shape [rows][length]. */
    void mask(float[] values, long... shape) {
        masks.add(array(values, shape));
    }

    private INDArray array(float[] values, long... shape) {
        int size = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        float[] exact = values.length == size ? values : Arrays.copyOf(values, size);
        INDArray floats = Nd4j.create(exact, shape, 'c');
        if (type == DataType.FLOAT) {
            return floats;
        }
        INDArray cast = floats.castTo(type);
        floats.close();
        return cast;
    }

    INDArray[] features() {
        return features.toArray(INDArray[]::new);
    }

    INDArray @Nullable [] masks() {
        return masks.isEmpty() ? null : masks.toArray(INDArray[]::new);
    }

    @Override
    public void close() {
        features.forEach(INDArray::close);
        masks.forEach(INDArray::close);
    }
}
