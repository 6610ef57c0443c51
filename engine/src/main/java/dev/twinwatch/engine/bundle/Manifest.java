package dev.twinwatch.engine.bundle;

import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.Summary;
import dev.twinwatch.engine.network.EncoderSpec;
import java.util.List;
import java.util.Map;

/**
 * The readable part of a bundle.
 *
 * @param format of the bundle; this release reads {@value #FORMAT}
 * @param watch name of the watch
 * @param sha256 of each other entry, by name
 * @param encoder shape of the encoder
 * @param summary which fixed features are compared beside the embeddings
 * @param halfLife references after which the weight of one halves
 * @param confidence how much evidence counts by the number of references
 * @param fusion of the evidence
 * @param limit evidence over which an event is flagged
 * @param cohort names of the entities that others are compared with; none where training left them out
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
        Provenance provenance) {
    static final int FORMAT = 4;
}
