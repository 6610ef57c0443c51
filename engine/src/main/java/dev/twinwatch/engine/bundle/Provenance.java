package dev.twinwatch.engine.bundle;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from; no bundle is loaded without it.
 *
 * @param dataSha256 of the events it was trained on, in the order in which they were read
 * @param rows events read
 * @param entities entities among them
 * @param from earliest event time, as text; empty without events
 * @param to latest event time, as text
 * @param seed of all random choices
 * @param hyperparameters all settings of the training, by name
 * @param commit of the sources; `unknown` outside a checkout
 * @param java version of the Java runtime
 * @param dl4j version of Deeplearning4j
 * @param holdout metrics by name, on entities that training never saw; where {@code inSample} is 1 there were too few of
 *     them, and the metrics are on those that it saw
 */
public record Provenance(
        String dataSha256,
        long rows,
        int entities,
        String from,
        String to,
        long seed,
        Map<String, String> hyperparameters,
        String commit,
        String java,
        String dl4j,
        Map<String, Double> holdout) {

    public Provenance {
        hyperparameters = Map.copyOf(hyperparameters);
        holdout = Map.copyOf(holdout);
        if (dataSha256.length() != 64) {
            throw new IllegalArgumentException("provenance names data '" + dataSha256 + "', expected a SHA-256 in hex");
        }
    }

    /** The same with one setting more, or another one under its name. */
    Provenance with(String setting, String value) {
        Map<String, String> settings = new TreeMap<>(hyperparameters);
        settings.put(setting, value);
        return new Provenance(dataSha256, rows, entities, from, to, seed, settings, commit, java, dl4j, holdout);
    }
}
