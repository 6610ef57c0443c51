package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.Encoder;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The best weights so far by the error on the held-out part; the latest ones where nothing is held out. */
final class Checkpoint {
    private final EncoderSpec spec;
    private final Lesson lesson;
    private final Featurizer featurizer;
    private final Inputs inputs;

    private @Nullable Weights weights;
    private OptionalDouble error = OptionalDouble.empty();
    private int iteration;
    private int checksWithoutBetter;

    Checkpoint(EncoderSpec spec, Lesson lesson, Featurizer featurizer) {
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
            error = measured;
            iteration = atIteration;
        }
        return measured;
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

    Weights weights() {
        if (weights == null) {
            throw new IllegalStateException("no weights were offered yet");
        }
        return weights;
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
