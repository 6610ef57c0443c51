package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import java.util.Arrays;
import java.util.List;

/** Windows to learn from in one step, and one label for each of them. */
final class Batch {
    private final List<Window> windows;
    private final float[] labels;

    Batch(List<Window> windows, float[] labels) {
        this.windows = windows;
        this.labels = labels;
    }

    /** Windows of some identities, labelled by their place in the list. */
    static Batch of(List<List<Window>> identities) {
        List<Window> rows = identities.stream().flatMap(List::stream).toList();
        float[] labels = new float[rows.size()];
        int row = 0;
        for (int identity = 0; identity < identities.size(); identity++) {
            int end = row + identities.get(identity).size();
            Arrays.fill(labels, row, end, identity);
            row = end;
        }
        return new Batch(rows, labels);
    }

    List<Window> windows() {
        return windows;
    }

    float[] labels() {
        return labels;
    }
}
