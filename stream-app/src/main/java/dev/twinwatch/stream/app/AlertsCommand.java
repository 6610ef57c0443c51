package dev.twinwatch.stream.app;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.alerts.AlertFeed;
import dev.twinwatch.stream.alerts.AlertJson;
import dev.twinwatch.stream.alerts.AlertLine;
import dev.twinwatch.stream.alerts.ReviewLine;
import dev.twinwatch.stream.kafka.BrokerWait;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch alerts`: prints alerts as they come. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Prints alerts as they come, one line each, until it is stopped.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch alerts --config twinwatch.yaml",
            "  ./twinwatch alerts --config twinwatch.yaml --from-beginning --count 1",
            "  ./twinwatch alerts --config twinwatch.yaml --json | jq .entity",
            "  ./twinwatch alerts --config twinwatch.yaml --review --from-beginning",
        })
final class AlertsCommand implements Callable<Integer> {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(names = "--from-beginning", description = "First all that stand on the topic already.")
    private boolean fromBeginning;

    @Option(names = "--json", description = "One JSON object a line, with the names of the contract.")
    private boolean json;

    @Option(names = "--count", paramLabel = "N", description = "Ends after so many lines.")
    private long count = Long.MAX_VALUE;

    @Option(
            names = "--review",
            description = "Instead of alerts the few events below the limit about which people are asked.")
    private boolean review;

    @Override
    public Integer call() throws Exception {
        if (count < 1) {
            throw new IllegalArgumentException("--count is " + count + ", expected 1 or more");
        }
        Settings settings = config.settings();
        Topics topics = settings.topics();
        new BrokerWait(settings).require(Set.of(review ? topics.scores() : topics.alerts()), LONGEST_WAIT);
        AlertFeed feed = new AlertFeed(settings, SchemaRegistry.from(settings.registry()));
        AtomicLong left = new AtomicLong(count);
        if (review) {
            ReviewLine line = new ReviewLine(settings.watch());
            feed.followReviews(fromBeginning, score -> print(json ? AlertJson.of(score) : line.of(score), left));
        } else {
            AlertLine line = new AlertLine(settings.watch(), "1".equals(System.getenv("TWINWATCH_TERMINAL")));
            feed.follow(fromBeginning, alert -> print(json ? AlertJson.of(alert) : line.of(alert), left));
        }
        return 0;
    }

    /** Whether more are wanted. */
    private boolean print(String line, AtomicLong left) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
        return left.decrementAndGet() > 0;
    }
}
