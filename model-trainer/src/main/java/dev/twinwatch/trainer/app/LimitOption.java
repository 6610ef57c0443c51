package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.FirstRecords;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How many records a command looks at, so that it ends whatever the size of a topic. */
final class LimitOption {
    private static final String MOST = "1000000";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = MOST,
            description = "looks at the first N records only; default ${DEFAULT-VALUE}")
    private long limit;

    FirstRecords of(EventSource source) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "--limit is " + limit + ", expected 1 or more: leave it out for " + MOST);
        }
        return new FirstRecords(source, limit);
    }

    /** Says so where there was more than was looked at. */
    void tell(FirstRecords source, PrintWriter terminal) {
        if (source.isCut()) {
            terminal.printf(
                    Locale.ROOT,
                    "looked at the first %,d records only, there are more: a larger --limit takes them in%n",
                    limit);
        }
    }
}
