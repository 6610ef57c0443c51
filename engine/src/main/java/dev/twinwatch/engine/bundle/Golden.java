package dev.twinwatch.engine.bundle;

import dev.twinwatch.engine.features.Window;
import java.util.List;

/**
 * Windows with the embeddings that the trainer's own network gave them: proof, at each load, that the network in plain Java
 * computes the same.
 *
 * @param windows some windows of the training data
 * @param embeddings one for each, shape [dimensions]
 */
public record Golden(List<Window> windows, List<float[]> embeddings) {
    /** Largest difference of any value. */
    public static final double TOLERANCE = 1e-5;

    public Golden {
        windows = List.copyOf(windows);
        embeddings = List.copyOf(embeddings);
        if (windows.isEmpty() || windows.size() != embeddings.size()) {
            throw new IllegalArgumentException("golden vectors have " + windows.size() + " windows and "
                    + embeddings.size() + " embeddings, expected as many, at least one");
        }
    }
}
