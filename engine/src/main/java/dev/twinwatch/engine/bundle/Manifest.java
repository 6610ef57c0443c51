package dev.twinwatch.engine.bundle;

import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LimitCurve;
import dev.twinwatch.engine.evidence.Summary;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.watch.Rates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The readable part of a bundle.
 *
 * @param format of the bundle; this release writes {@value #FORMAT}
 * @param watch name of the watch
 * @param sha256 of each other entry, by name
 * @param encoder shape of the encoder
 * @param summary which fixed features are compared beside the embeddings
 * @param halfLife references after which the weight of one halves
 * @param confidence how much evidence counts by the number of references
 * @param fusion of the evidence
 * @param limit evidence over which an event is flagged
 * @param cohort names of the entities that others are compared with; none where training left them out
 * @param curve limits for other budgets
 * @param usualDay how much happens on a day of the history
 * @param provenance where the model comes from
 */
record Manifest(
        int format,
        String watch,
        Map<String, String> sha256,
        EncoderSpec encoder,
        Summary summary,
        double halfLife,
        Confidence confidence,
        Fusion fusion,
        double limit,
        List<String> cohort,
        LimitCurve curve,
        UsualDay usualDay,
        Provenance provenance) {
    /** Format 5 is the same where the numbers do not hold what drift is measured against. */
    static final int FORMAT = 6;
    /** Format 5 where evidence of few references is always drawn by a factor. */
    static final int FORMAT_OF_FACTORS = 4;
    /** The same without confidence, names of the cohort, curve and usual day. */
    static final int FORMAT_WITHOUT_CONFIDENCE = 3;

    /** Events, and entities among them; 0 of both where it is not known. */
    record UsualDay(double events, double entities) {
        static UsualDay of(Optional<Rates> rates) {
            return rates.map(known -> new UsualDay(known.eventsPerDay(), known.entitiesPerDay()))
                    .orElse(new UsualDay(0, 0));
        }

        Optional<Rates> rates() {
            return events == 0 && entities == 0 ? Optional.empty() : Optional.of(new Rates(events, entities));
        }
    }
}
