package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import java.util.List;

/** Windows to learn from in one step, and one label for each of them. */
final class Batch {
    private final List<Window> windows;
    private final float[] labels;

    Batch(List<Window> windows, float[] labels) {
        this.windows = windows;
        this.labels = labels;
    }

    List<Window> windows() {
        return windows;
    }

    float[] labels() {
        return labels;
    }
}
