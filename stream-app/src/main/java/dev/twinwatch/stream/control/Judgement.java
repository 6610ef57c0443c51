package dev.twinwatch.stream.control;

import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.stream.settings.ReleaseGates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a model may follow the live one.
 *
 * @param worse a sentence for each gate that it does not pass; empty where it passes all, or was not judged
 * @param note why it was not judged; empty where it was
 */
record Judgement(List<String> worse, String note) {
    /** Compares what each did on what its own training held back. */
    static Judgement of(ReleaseGates gates, Provenance live, Provenance candidate) {
        Optional<Holdout> before = Holdout.of(live);
        Optional<Holdout> after = Holdout.of(candidate);
        if (before.isEmpty() || after.isEmpty()) {
            return new Judgement(
                    List.of(),
                    "not judged, since " + (after.isEmpty() ? "its bundle" : "the live one")
                            + " has no figures of held-back entities");
        }
        List<String> worse = new ArrayList<>();
        Holdout was = before.get();
        Holdout is = after.get();
        if (is.recall() < was.recall() * (1 - gates.mostRecallLost())) {
            worse.add(String.format(
                    Locale.ROOT,
                    "it caught %.0f of %.0f held-back takeovers, the live one %.0f of %.0f, and release.most-recall-lost is"
                            + " %s",
                    is.caught(),
                    is.takeovers(),
                    was.caught(),
                    was.takeovers(),
                    gates.mostRecallLost()));
        }
        if (is.falseAlerts() > was.falseAlertsIn(is.honestEvents(), gates.mostFalseAlerts())) {
            worse.add(String.format(
                    Locale.ROOT,
                    "it raised %.0f false alerts in %.0f honest events, the live one %.0f in %.0f, and"
                            + " release.most-false-alerts is %s",
                    is.falseAlerts(),
                    is.honestEvents(),
                    was.falseAlerts(),
                    was.honestEvents(),
                    gates.mostFalseAlerts()));
        }
        return new Judgement(List.copyOf(worse), "");
    }
}
