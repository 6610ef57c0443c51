package dev.twinwatch.sandbox.proof;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.bundle.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The same model with other figures of 40 held-back takeovers and 10,000 honest events: another version. */
public final class Measured {
    private Measured() {}

    /** With so many of the takeovers caught and so many false alerts. */
    public static byte[] with(byte[] bundle, int caught, int falseAlerts) {
        Bundle model = BundleFile.read(bundle);
        Provenance from = model.provenance();
        Map<String, Double> holdout = Map.of(
                "caught",
                (double) caught,
                "takeovers",
                40.0,
                "falseAlerts",
                (double) falseAlerts,
                "honestEvents",
                10_000.0);
        Provenance measured = new Provenance(
                from.dataSha256(),
                from.rows(),
                from.entities(),
                from.from(),
                from.to(),
                from.seed(),
                from.hyperparameters(),
                from.commit(),
                from.java(),
                from.dl4j(),
                holdout);
        try {
            return BundleFile.write(model.model(), model.alerting(), measured, model.golden());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
