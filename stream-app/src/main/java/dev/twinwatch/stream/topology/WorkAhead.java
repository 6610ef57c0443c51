package dev.twinwatch.stream.topology;

import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.evidence.Scorer;
import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Sees the references of one task by a new model ahead of their next events, some at a time.
 *
 * <p>Nothing is scheduled while there is nothing to do: after each scheduled call Kafka Streams takes half as many records at
 * once, and looks at all tasks twice as often.
 */
final class WorkAhead {
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final long LONGEST_NANOS = 5_000_000;

    private final ProcessorContext<?, ?> context;
    private final Detector detector;
    private final ActiveModel model;
    private @Nullable Cancellable scheduled;

    WorkAhead(ProcessorContext<?, ?> context, Detector detector, ActiveModel model) {
        this.context = context;
        this.detector = detector;
        this.model = model;
    }

    /** To be called when another model decides; ends by itself. */
    void begin() {
        if (scheduled == null) {
            scheduled = context.schedule(OFTEN, PunctuationType.WALL_CLOCK_TIME, now -> work());
        }
    }

    private void work() {
        Scorer scorer = model.scorer();
        if (scorer == null || !isLeftAfterAWhile(scorer)) {
            rest();
        }
    }

    private boolean isLeftAfterAWhile(Scorer scorer) {
        long end = System.nanoTime() + LONGEST_NANOS;
        boolean left = true;
        while (left && System.nanoTime() < end) {
            left = detector.workAhead(scorer);
        }
        return left;
    }

    private void rest() {
        if (scheduled != null) {
            scheduled.cancel();
            scheduled = null;
        }
    }
}
