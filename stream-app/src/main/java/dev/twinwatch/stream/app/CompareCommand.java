package dev.twinwatch.stream.app;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.comparison.Comparing;
import dev.twinwatch.stream.comparison.ComparisonReport;
import dev.twinwatch.stream.settings.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch models compare`: what the model that scores along would have done, beside what the live one did. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Alerts that share an event are one story. A delay is counted in scored events of the entity. Feedback counts where",
            "both models scored what it speaks of. What it costs to see a window is measured on this machine.",
            "",
            "Examples:",
            "  ./twinwatch models compare",
            "  ./twinwatch models compare --config payments.yaml --json",
        },
        description =
                "Shows where the live and the shadow model differ on the events that both scored, from the topic of"
                        + " scores: alerts of only one of them, alerts a day and their budget, delay, agreement with feedback, cost.")
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(
            names = "--most",
            defaultValue = "20",
            paramLabel = "N",
            description = "Alerts of only one model that are listed for each (${DEFAULT-VALUE}).")
    private int most;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Settings settings = config.settings();
        if (most < 0) {
            throw new IllegalArgumentException("--most is " + most + ", expected 0 or more: leave it out");
        }
        ComparisonReport report = new Comparing(settings, SchemaRegistry.from(settings.registry())).run();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.asJson());
        } else {
            report.print(out, most);
        }
        out.flush();
        return 0;
    }
}
