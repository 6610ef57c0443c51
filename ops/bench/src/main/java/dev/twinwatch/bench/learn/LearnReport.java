package dev.twinwatch.bench.learn;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twinwatch.trainer.backtest.Summary;
import java.util.List;
import java.util.Locale;

/**
 * What came of the circle. Both models are held against the same events, which neither has learned from.
 *
 * @param feedback alerts and events that people spoke of
 * @param retrainings that ended, with a model or without
 * @param modelBefore SHA-256 of the bundle that decided first
 * @param modelAfter SHA-256 of the bundle that decides at the end
 * @param before the old model on the trial's events
 * @param after the new one on them
 * @param longestStallSeconds for which a partition had no outcome while events came, trial and change together
 * @param lost events without an outcome
 * @param doubled outcomes of events that had one already
 */
record LearnReport(
        int feedback,
        int retrainings,
        String modelBefore,
        String modelAfter,
        Summary before,
        Summary after,
        double longestStallSeconds,
        long lost,
        long doubled) {

    /** Whether a better model decides and no event was hurt. */
    boolean passed() {
        return !modelBefore.equals(modelAfter) && recall(after) > recall(before) && lost == 0 && doubled == 0;
    }

    private static double recall(Summary summary) {
        return summary.recall().orElse(0);
    }

    List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "%-22s %14s %14s", "on the same events", "model before", "model after"),
                String.format(
                        Locale.ROOT,
                        "%-22s %14s %14s",
                        "takeovers caught",
                        before.caught().orElse(0) + " of " + before.takeovers().orElse(0),
                        after.caught().orElse(0) + " of " + after.takeovers().orElse(0)),
                String.format(
                        Locale.ROOT,
                        "%-22s %14d %14d",
                        "false alerts",
                        before.falseAlerts().orElse(0),
                        after.falseAlerts().orElse(0)),
                String.format(
                        Locale.ROOT,
                        "%d labels by people, %d retrainings; longest stall %.2f s, lost %d, doubled %d",
                        feedback,
                        retrainings,
                        longestStallSeconds,
                        lost,
                        doubled));
    }

    String json() {
        ObjectNode all = new JsonMapper().createObjectNode();
        all.put("feedback", feedback);
        all.put("retrainings", retrainings);
        all.put("modelBefore", modelBefore);
        all.put("modelAfter", modelAfter);
        all.put("recallBefore", recall(before));
        all.put("recallAfter", recall(after));
        all.put("falseAlertsBefore", before.falseAlerts().orElse(0));
        all.put("falseAlertsAfter", after.falseAlerts().orElse(0));
        all.put("longestStallSeconds", longestStallSeconds);
        all.put("lost", lost);
        all.put("doubled", doubled);
        return all.toString();
    }
}
