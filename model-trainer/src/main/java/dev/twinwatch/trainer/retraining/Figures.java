package dev.twinwatch.trainer.retraining;

import java.util.Map;
import java.util.TreeMap;

/**
 * How one model does on the events after the cut, and on simulated takeovers of entities that were held back.
 *
 * @param labelled takeovers that labels call fraud; those of the review sample count for as many as they stand for. Without any of
 *     these the live model looks better here than it is, as labels of alerts tell only of what a model caught before
 * @param simulated stretches of others in the histories of entities that were held back from the candidate's training
 * @param alerts raised after the cut
 * @param falseAlerts raised after the cut outside of what labels call fraud; some of them may be frauds that nobody labelled
 * @param likelyFalse how many of these are false by the labels: those that are called legitimate, and of those of which nobody
 *     said anything the share that is called so elsewhere
 * @param alertsByBudget as many as its budget allows on these events
 */
public record Figures(
        Caught labelled, Caught simulated, long alerts, long falseAlerts, double likelyFalse, double alertsByBudget) {
    /** Takeovers and how many of them raised an alert in time; no whole numbers where some count for several. */
    public record Caught(double takeovers, double caught) {
        /** None were there to be caught. */
        public static final Caught NONE = new Caught(0, 0);
    }

    /** By name, each behind this word and a dot; a recall only where there was something to catch. */
    Map<String, Double> named(String model) {
        Map<String, Double> named = new TreeMap<>();
        add(named, model + ".labelled", labelled);
        add(named, model + ".simulated", simulated);
        named.put(model + ".alerts", (double) alerts);
        named.put(model + ".falseAlerts", (double) falseAlerts);
        named.put(model + ".likelyFalse", likelyFalse);
        named.put(model + ".alertsByBudget", alertsByBudget);
        return named;
    }

    private static void add(Map<String, Double> named, String name, Caught caught) {
        named.put(name + ".takeovers", caught.takeovers());
        named.put(name + ".caught", caught.caught());
        if (caught.takeovers() > 0) {
            named.put(name + ".recall", caught.caught() / caught.takeovers());
        }
    }
}
