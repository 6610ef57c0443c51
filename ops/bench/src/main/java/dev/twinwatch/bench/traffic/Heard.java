package dev.twinwatch.bench.traffic;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.detection.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one event.
 *
 * @param model SHA-256 of the model that said it; null for none
 * @param outcome its name in the contract
 * @param evidence log likelihood ratio, no unit; null where it was not scored
 * @param alertId the alert that it belongs to; null for none
 */
public record Heard(
        @Nullable String model,
        String outcome,
        @Nullable Double evidence,
        @Nullable String alertId) {
    /** As the service wrote it. */
    public static Heard of(Score score) {
        return new Heard(score.getModelVersion(), score.getOutcome().name(), score.getEvidence(), score.getAlertId());
    }

    /** As the engine decided it by that model. */
    public static Heard of(@Nullable String model, Outcome outcome) {
        if (outcome instanceof Outcome.Scored scored) {
            return new Heard(
                    model, outcome.code(), scored.evidence(), scored.alertId().isEmpty() ? null : scored.alertId());
        }
        return new Heard(model, outcome.code(), null, null);
    }
}
