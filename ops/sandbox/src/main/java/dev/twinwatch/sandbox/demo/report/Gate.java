package dev.twinwatch.sandbox.demo.report;

import dev.twinwatch.sandbox.demo.judging.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the simulated demo must reach. */
public final class Gate {
    private static final List<String> STYLES = List.of("GREEDY", "ORDINARY");
    private static final double LEAST_CAUGHT = 0.8;
    private static final double MOST_FALSE_PER_THOUSAND = 0.2;

    private Gate() {}

    /** One sentence for each condition that is not met. */
    public static List<String> missedBy(DemoReport report) {
        List<String> missed = new ArrayList<>();
        int takeovers = 0;
        int caught = 0;
        for (Map.Entry<String, Tally.Share> style : report.byStyle().entrySet()) {
            if (STYLES.contains(style.getKey())) {
                takeovers += style.getValue().takeovers();
                caught += style.getValue().caught();
            }
        }
        if (caught < LEAST_CAUGHT * takeovers) {
            missed.add(caught + " of " + takeovers + " greedy and ordinary takeovers were caught, expected 80 %");
        }
        if (report.falseAlertsPerThousandEvents() > MOST_FALSE_PER_THOUSAND) {
            missed.add(String.format(
                    Locale.ROOT,
                    "%.2f false alerts per 1,000 events, expected at most %.1f",
                    report.falseAlertsPerThousandEvents(),
                    MOST_FALSE_PER_THOUSAND));
        }
        if (report.caught() <= report.baseline().caught()) {
            missed.add("the z-score caught " + report.baseline().caught() + " takeovers, Twinwatch " + report.caught()
                    + ", expected more");
        }
        return missed;
    }
}
