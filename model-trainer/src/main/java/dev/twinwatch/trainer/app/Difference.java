package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A fact in which two bundles differ.
 *
 * @param fact its name
 * @param then in the first one
 * @param now in the second one
 */
record Difference(String fact, String then, String now) {
    private static final String NONE = "none";

    /** All of them, those that are causes first; none where both are the same bytes. */
    static List<Difference> between(Bundle then, Bundle now) {
        if (then.version().equals(now.version())) {
            return List.of();
        }
        List<Difference> found = new ArrayList<>();
        Map<String, String> before = facts(then);
        Map<String, String> after = facts(now);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String one = before.getOrDefault(name, NONE);
            String other = after.getOrDefault(name, NONE);
            if (!one.equals(other)) {
                found.add(new Difference(name, one, other));
            }
        }
        return found;
    }

    /** Numbered, so that what a training depends on stands before what came of it. */
    private static Map<String, String> facts(Bundle bundle) {
        Provenance provenance = bundle.provenance();
        Map<String, String> facts = new TreeMap<>();
        facts.put("1 events, SHA-256", provenance.dataSha256());
        facts.put("1 events", String.valueOf(provenance.rows()));
        facts.put("1 entities", String.valueOf(provenance.entities()));
        facts.put("1 events from", provenance.from());
        facts.put("1 events to", provenance.to());
        facts.put("1 labelled frauds", String.valueOf(bundle.model().frauds().size()));
        facts.put("2 release", provenance.commit());
        facts.put("2 Java", provenance.java());
        facts.put("2 Deeplearning4j", provenance.dl4j());
        provenance.hyperparameters().forEach((name, value) -> facts.put("3 setting " + name, value));
        provenance.holdout().forEach((name, value) -> facts.put("4 figure " + name, String.valueOf(value)));
        facts.put("4 limit", String.valueOf(bundle.model().limit()));
        facts.put("5 weights", "sum " + sumOf(bundle));
        facts.put("5 version", bundle.version());
        return facts;
    }

    private static int sumOf(Bundle bundle) {
        return bundle.model().weights().tensors().entrySet().stream()
                .mapToInt(tensor -> 31 * tensor.getKey().hashCode() + Arrays.hashCode(tensor.getValue()))
                .sum();
    }

    @Override
    public String toString() {
        return fact.substring(2) + ": " + then + ", now " + now;
    }
}
