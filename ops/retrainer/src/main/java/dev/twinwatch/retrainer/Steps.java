package dev.twinwatch.retrainer;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.contracts.RetrainingTrigger;
import dev.twinwatch.retrainer.history.Offsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the steps of retraining as records. */
final class Steps {
    static final String WHO = "retrain";

    private Steps() {}

    /** Somebody wants one. */
    static Retraining requested(String id, String who, String why) {
        return new Retraining(
                id,
                now(),
                who,
                RetrainingStep.REQUESTED,
                why,
                RetrainingTrigger.REQUEST,
                null,
                null,
                Map.of(),
                0,
                Map.of(),
                Map.of());
    }

    /** It begins: what it is for, from which model, and how far it has read. */
    static Retraining started(
            String id,
            RetrainingTrigger trigger,
            String reason,
            @Nullable String base,
            int labels,
            Offsets feedback,
            Offsets events) {
        return new Retraining(
                id,
                now(),
                WHO,
                RetrainingStep.STARTED,
                reason,
                trigger,
                null,
                base,
                Map.of(),
                labels,
                feedback.byPartition(),
                events.byPartition());
    }

    /** A step of one that was begun, with what was found so far. */
    static Retraining of(
            Retraining started,
            RetrainingStep what,
            String reason,
            @Nullable String model,
            Map<String, Double> metrics) {
        return new Retraining(
                started.getId(),
                now(),
                WHO,
                what,
                reason,
                started.getTrigger(),
                model,
                started.getBase(),
                metrics,
                started.getLabels(),
                Map.of(),
                Map.of());
    }

    /** Another one has answered it. */
    static Retraining skipped(Retraining request, String by) {
        return new Retraining(
                request.getId(),
                now(),
                WHO,
                RetrainingStep.SKIPPED,
                "retraining " + by + " answers it",
                request.getTrigger(),
                null,
                null,
                Map.of(),
                0,
                Map.of(),
                Map.of());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
