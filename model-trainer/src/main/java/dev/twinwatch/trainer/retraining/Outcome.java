package dev.twinwatch.trainer.retraining;

import java.util.Map;

/** How a retraining ended, with the figures by name. */
public sealed interface Outcome {
    /** For a person, one sentence. */
    String reason();

    /** Figures by name: those of the candidate, of the live model, and of labels and events. */
    Map<String, Double> figures();

    /** The candidate passed the gates; the bundle is the one to be released, taught with everything. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Accepted(byte[] bundle, String reason, Map<String, Double> figures) implements Outcome {
        public Accepted {
            figures = Map.copyOf(figures);
        }
    }

    /** It did not; the live model stays. */
    record Refused(String reason, Map<String, Double> figures) implements Outcome {
        public Refused {
            figures = Map.copyOf(figures);
        }
    }
}
