package dev.twinwatch.sandbox.proof;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.detection.Outcome;
import org.jspecify.annotations.Nullable;

/** What was said about one event, by the service or by the engine alone; numbers are equal only if every bit is. */
record Verdict(
        String eventId,
        String outcome,
        @Nullable Double evidence,
        @Nullable Double limit,
        @Nullable Double distance,
        boolean flagged,
        int references,
        @Nullable String alertId) {

    static Verdict of(Score score) {
        return new Verdict(
                score.getEventId(),
                score.getOutcome().name(),
                score.getEvidence(),
                score.getLimit(),
                score.getDistance(),
                score.getFlagged(),
                score.getReferences(),
                score.getAlertId());
    }

    static Verdict of(String eventId, Outcome outcome) {
        if (outcome instanceof Outcome.Scored scored) {
            return new Verdict(
                    eventId,
                    outcome.code(),
                    scored.evidence(),
                    scored.limit(),
                    scored.distance(),
                    scored.flagged(),
                    scored.references(),
                    scored.alertId().isEmpty() ? null : scored.alertId());
        }
        int references = outcome instanceof Outcome.Learning learning
                ? learning.references()
                : outcome instanceof Outcome.Enrolled enrolled ? enrolled.references() : 0;
        return new Verdict(eventId, outcome.code(), null, null, null, false, references, null);
    }
}
