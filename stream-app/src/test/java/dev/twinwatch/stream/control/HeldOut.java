package dev.twinwatch.stream.control;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.stream.Purchases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Bundles that say how they did on 40 held-back takeovers and 10,000 honest events. */
final class HeldOut {
    private HeldOut() {}

    static byte[] bundle(int seed, int caught, int falseAlerts) {
        return bundle(
                seed,
                Map.of(
                        "caught", (double) caught,
                        "takeovers", 40.0,
                        "falseAlerts", (double) falseAlerts,
                        "honestEvents", 10_000.0,
                        "inSample", 0.0));
    }

    static byte[] bundle(int seed, Map<String, Double> holdout) {
        Bundle plain = BundleFile.read(Purchases.bundle(seed));
        Provenance from = plain.provenance();
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
            return BundleFile.write(plain.model(), plain.alerting(), measured, plain.golden());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
