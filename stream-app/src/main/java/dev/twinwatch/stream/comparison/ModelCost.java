package dev.twinwatch.stream.comparison;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Window;
import java.time.Duration;
import java.util.List;

/** What it costs to see one window by a model on this machine; all else that an event costs is the same for every model. */
final class ModelCost {
    private static final Duration WARM_UP = Duration.ofMillis(300);
    private static final Duration MEASURED = Duration.ofMillis(300);

    private ModelCost() {}

    /** Microseconds for one window of its golden ones. */
    static double micros(Bundle bundle) {
        Scorer scorer = new Scorer(bundle.model());
        List<Window> windows = bundle.golden().windows();
        run(scorer, windows, WARM_UP);
        return run(scorer, windows, MEASURED);
    }

    private static double run(Scorer scorer, List<Window> windows, Duration time) {
        long start = System.nanoTime();
        long now = start;
        long seen = 0;
        while (now - start < time.toNanos()) {
            for (Window window : windows) {
                scorer.embed(window);
            }
            seen += windows.size();
            now = System.nanoTime();
        }
        return (now - start) / 1e3 / Math.max(1, seen);
    }
}
