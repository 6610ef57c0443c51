package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.history.HistoryReader;
import picocli.CommandLine.Option;

/** How many records may be no events before a command refuses to go by the others. */
final class MostRejectedOption {
    @Option(
            names = "--max-rejected",
            paramLabel = "PERCENT",
            defaultValue = HistoryReader.MOST_REJECTED,
            description = "the command stops where more than this share of the records are no events; 0 to 100, default"
                    + " ${DEFAULT-VALUE}")
    private double percent;

    /** Before any work. */
    void check() {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("--max-rejected is " + percent
                    + ", expected a share in percent from 0 to 100: leave it out for " + HistoryReader.MOST_REJECTED);
        }
    }

    /** After the reading of a source with so many events. */
    void require(Rejects rejects, String source, long events) {
        rejects.requireAtMost(percent, source, events);
    }
}
