package dev.twinwatch.sandbox.demo.report;

import dev.twinwatch.sandbox.demo.judging.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as a small table. */
public final class Summary {
    private static final int SHOWN_OF_VERSION = 12;

    private Summary() {}

    /** Its lines. */
    public static List<String> of(DemoReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(row("", "Twinwatch", zScore(report)));
        boolean compared = !report.baseline().field().isEmpty();
        lines.add(row(
                "takeovers caught",
                share(new Tally.Share(report.takeovers(), report.caught())),
                compared
                        ? share(new Tally.Share(
                                report.takeovers(), report.baseline().caught()))
                        : ""));
        for (Map.Entry<String, Tally.Share> style : report.byStyle().entrySet()) {
            lines.add(row("  " + style.getKey().toLowerCase(Locale.ROOT), share(style.getValue()), ""));
        }
        Double delay = report.detectionDelayEvents();
        lines.add(row("  after (median)", delay == null ? "-" : format("%.1f events", delay), ""));
        Tally.Explained reasons = report.firstReasons();
        if (reasons.alerts() > 0) {
            lines.add(row(
                    "  first reason",
                    reasons.right() + " of " + reasons.alerts() + " name what the attacker did not copy",
                    ""));
        }
        lines.add(row(
                "false alerts",
                report.falseAlerts() + format(" (%.2f per 1,000 events)", report.falseAlertsPerThousandEvents()),
                compared ? String.valueOf(report.baseline().falseAlerts()) : ""));
        lines.add(row(
                "late alerts",
                report.lateAlerts() + " (within a window after a takeover: neither caught nor false)",
                ""));
        if (compared) {
            lines.add(
                    "  The z-score has the best threshold that knowing the truth can choose at no more false alerts.");
        }
        lines.add("");
        // Where a demo goes on and nothing was left to send, there is nothing to measure.
        boolean measured = report.eventsPerSecond() > 0;
        lines.add(row(
                "streamed",
                format("%,d events of %,d entities, ", report.events(), report.entities())
                        + format("%,d scored, ", report.scored())
                        + (measured ? format("%,.0f events/s", report.eventsPerSecond()) : "all in an earlier run"),
                ""));
        if (measured) {
            lines.add(row(
                    "latency",
                    format("%.0f ms (median), ", report.latencyMs().p50())
                            + format("%.0f ms (99 %%)", report.latencyMs().p99())
                            + " from sending an event to reading its committed score",
                    ""));
        }
        lines.add(row("model", report.model().substring(0, SHOWN_OF_VERSION), ""));
        BlockReport blocks = report.blocks();
        if (blocks != null) {
            lines.add("");
            lines.addAll(blocks.lines());
        }
        return lines;
    }

    private static String zScore(DemoReport report) {
        return report.baseline().field().isEmpty()
                ? "(no z-score: the watch has no number)"
                : "z-score of " + report.baseline().field();
    }

    private static String share(Tally.Share share) {
        return share.caught() + " of " + share.takeovers()
                + (share.takeovers() == 0 ? "" : format(" (%.0f %%)", 100.0 * share.caught() / share.takeovers()));
    }

    private static String row(String name, String value, String baseline) {
        return String.format(Locale.ROOT, "  %-18s %-28s %s", name, value, baseline)
                .stripTrailing();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
