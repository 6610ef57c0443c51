package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.bundle.Golden;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.Encoder;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The best weights so far by the error on the held-out part; the latest ones where nothing is held out. */
final class Checkpoint {
    private final EncoderSpec spec;
    private final Lesson lesson;
    private final Featurizer featurizer;
    private final Inputs inputs;

    private final List<Window> shown;
    private @Nullable Weights weights;
    private List<float[]> embeddings = List.of();
    private OptionalDouble error = OptionalDouble.empty();
    private int iteration;
    private int checksWithoutBetter;

    /** Shows the network some windows whenever it is the best, so that its own embeddings of them can be kept. */
    Checkpoint(EncoderSpec spec, Lesson lesson, Featurizer featurizer, List<Window> shown) {
        this.shown = shown;
        this.spec = spec;
        this.lesson = lesson;
        this.featurizer = featurizer;
        this.inputs = featurizer.newInputs();
    }

    /** Measures the network, and keeps its weights where they are the best; returns the error. */
    OptionalDouble offer(int atIteration, TwinNetwork network) {
        Weights now = network.weights();
        OptionalDouble measured = measure(now);
        boolean better = measured.isEmpty() || error.isEmpty() || measured.getAsDouble() < error.getAsDouble();
        checksWithoutBetter = better ? 0 : checksWithoutBetter + 1;
        // of equally good weights the later ones have seen more
        if (better || measured.getAsDouble() <= error.getAsDouble()) {
            weights = now;
            embeddings = embed(network);
            error = measured;
            iteration = atIteration;
        }
        return measured;
    }

    private List<float[]> embed(TwinNetwork network) {
        List<Inputs> filled = new ArrayList<>();
        for (Window window : shown) {
            Inputs one = featurizer.newInputs();
            featurizer.fill(window, one);
            filled.add(one);
        }
        return List.of(network.embed(filled));
    }

    private OptionalDouble measure(Weights now) {
        List<Window> windows = lesson.validation();
        if (windows.isEmpty()) {
            return OptionalDouble.empty();
        }
        Encoder encoder = Encoder.of(spec, now);
        float[][] embeddings = new float[windows.size()][spec.dimensions()];
        for (int i = 0; i < embeddings.length; i++) {
            featurizer.fill(windows.get(i), inputs);
            encoder.encode(inputs, embeddings[i]);
        }
        return OptionalDouble.of(lesson.error(embeddings));
    }

    /** Writes what was the best so far. */
    void write(DataOutput out) throws IOException {
        for (float[] tensor : weights().tensors().values()) {
            Floats.write(out, tensor);
        }
        for (float[] embedding : embeddings) {
            Floats.write(out, embedding);
        }
        out.writeDouble(error.orElse(Double.NaN));
        out.writeInt(iteration);
        out.writeInt(checksWithoutBetter);
    }

    /** Counterpart of {@link #write}, for a network of the same shape that was offered before, and the same windows shown. */
    void read(DataInput in) throws IOException {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, float[]> tensor : weights().tensors().entrySet()) {
            tensors.put(tensor.getKey(), Floats.read(in, tensor.getValue().length));
        }
        weights = Weights.of(tensors);
        List<float[]> kept = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            kept.add(Floats.read(in, spec.dimensions()));
        }
        embeddings = kept;
        double known = in.readDouble();
        error = Double.isNaN(known) ? OptionalDouble.empty() : OptionalDouble.of(known);
        iteration = in.readInt();
        checksWithoutBetter = in.readInt();
    }

    Weights weights() {
        if (weights == null) {
            throw new IllegalStateException("no weights were offered yet");
        }
        return weights;
    }

    Golden golden() {
        return new Golden(shown, embeddings);
    }

    OptionalDouble error() {
        return error;
    }

    int iteration() {
        return iteration;
    }

    int checksWithoutBetter() {
        return checksWithoutBetter;
    }
}
