package dev.twinwatch.sandbox.demo.report;

import dev.twinwatch.sandbox.demo.judging.Blocks;
import dev.twinwatch.sandbox.demo.judging.Roc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How blocks were judged, beside what others published; all shares in percent.
 *
 * @param size events of a block
 * @param blocks judged
 * @param frauds of them
 * @param atLimit at the model's limit, which was fixed on the history
 * @param auc area under the curve of all limits, 0 to 1
 * @param readOffTheTest what the best limit would reach that knowing the truth can choose
 * @param published by others
 */
public record BlockReport(
        int size,
        int blocks,
        int frauds,
        Rates atLimit,
        double auc,
        List<Rates> readOffTheTest,
        List<Published> published) {
    private static final double PERCENT = 100;
    private static final List<Double> USUAL_FALSE_ALARMS = List.of(1.0, 5.0, 10.0);

    /** Shares in percent. */
    public record Rates(double hits, double falseAlarms) {}

    /** Reads the curve at the false alarms of the published rows, or at 1, 5 and 10 % where there are none. */
    public static BlockReport of(Blocks blocks, List<Published> published) {
        Roc roc = blocks.roc();
        List<Double> at = published.isEmpty()
                ? USUAL_FALSE_ALARMS
                : published.stream()
                        .map(Published::falseAlarms)
                        .distinct()
                        .sorted()
                        .toList();
        return new BlockReport(
                blocks.size(),
                blocks.count(),
                blocks.frauds(),
                new Rates(PERCENT * blocks.hits(), PERCENT * blocks.falseAlarms()),
                roc.area(),
                at.stream()
                        .map(rate -> new Rates(PERCENT * roc.hitsAt(rate / PERCENT), rate))
                        .toList(),
                published);
    }

    /** As a table. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "  Blocks of %d events, judged by the evidence at their last event: %,d, of them %d fraud",
                size,
                blocks,
                frauds));
        lines.add(String.format("  %-56s %7s %14s", "", "hits", "false alarms"));
        lines.add(row("Twinwatch at its limit, fixed on the history", atLimit));
        for (Rates rates : readOffTheTest) {
            lines.add(row("Twinwatch, limit read off the test curve", rates));
        }
        for (Published row : published) {
            lines.add(row(row.name() + " (" + row.source() + ")", new Rates(row.hits(), row.falseAlarms())));
        }
        lines.add(String.format(Locale.ROOT, "  Area under the curve: %.3f", auc));
        return lines;
    }

    private static String row(String name, Rates rates) {
        return String.format(Locale.ROOT, "  %-56s %5.1f %% %12.1f %%", name, rates.hits(), rates.falseAlarms());
    }
}
