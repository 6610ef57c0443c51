package dev.twinwatch.engine.bundle;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;

/**
 * A trained model with everything that scoring needs, and where it comes from.
 *
 * @param version SHA-256 of the file, in hex
 * @param model what scores
 * @param alerting what it knows about other budgets
 * @param provenance where it comes from
 * @param golden proof that the encoder computes what was trained
 */
public record Bundle(String version, EvidenceModel model, Alerting alerting, Provenance provenance, Golden golden) {
    /** The first 12 digits, for people. */
    public String shortVersion() {
        return version.substring(0, 12);
    }

    /** Throws {@link BundleException} where the encoder differs from the trainer's network. */
    void checkGolden() {
        Scorer scorer = new Scorer(model);
        double worst = 0;
        for (int i = 0; i < golden.windows().size(); i++) {
            float[] expected = golden.embeddings().get(i);
            float[] actual = scorer.embed(golden.windows().get(i));
            if (expected.length != actual.length) {
                throw new BundleException("golden vector " + i + " has " + expected.length
                        + " values, the encoder makes " + actual.length + ": train again");
            }
            for (int d = 0; d < expected.length; d++) {
                worst = Math.max(worst, Math.abs((double) expected[d] - actual[d]));
            }
        }
        if (!(worst <= Golden.TOLERANCE)) {
            throw new BundleException("encoder differs from the trained network by " + worst + ", allowed are "
                    + Golden.TOLERANCE + ": the bundle was made by another release, train again");
        }
    }
}
