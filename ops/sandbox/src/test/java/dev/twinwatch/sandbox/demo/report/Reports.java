package dev.twinwatch.sandbox.demo.report;

import dev.twinwatch.sandbox.demo.judging.Tally;
import java.util.Map;

/** Reports to look at. */
final class Reports {
    private static final int LATE = 3;

    private Reports() {}

    static DemoReport of(int greedyCaught, int falseAlerts, int baselineCaught) {
        return new DemoReport(
                10_000,
                6_000,
                40,
                9_999,
                Map.of("SCORED", 9_999L, "LATE", 1L),
                greedyCaught + falseAlerts + LATE,
                10,
                greedyCaught,
                Map.of("GREEDY", new Tally.Share(5, greedyCaught), "CAREFUL", new Tally.Share(5, 0)),
                falseAlerts,
                LATE,
                falseAlerts / 10.0,
                4.5,
                new Tally.Explained(greedyCaught, greedyCaught - 1),
                new DemoReport.Baseline(baselineCaught, falseAlerts, "amount"),
                2_500,
                new DemoReport.Latency(100, 300),
                "0123456789abcdef",
                Map.of("train", 20.0, "stream", 4.0),
                null);
    }
}
