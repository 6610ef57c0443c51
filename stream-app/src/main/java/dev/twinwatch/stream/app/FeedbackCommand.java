package dev.twinwatch.stream.app;

import dev.twinwatch.contracts.Label;
import dev.twinwatch.engine.text.OneLine;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.feedback.FeedbackWriter;
import dev.twinwatch.stream.kafka.BrokerWait;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `twinwatch feedback`: says what an alert or an event turned out to be. */
@Command(
        name = "feedback",
        mixinStandardHelpOptions = true,
        description = "Says what an alert or an event turned out to be.",
        footer = {
            "",
            "FRAUD takes the windows since then out of the references, LEGITIMATE adds one;",
            "both count at once. A confirmed fraud is known to the events of all others;",
            "of an event that is no longer kept, what --at and --value say is, where the",
            "watch has a feature of confirmed frauds.",
            "",
            "Examples:",
            "  ./twinwatch feedback --alert 5f2c9a --fraud --comment \"card reported stolen\"",
            "  ./twinwatch feedback --alert 5f2c9a --legitimate --config payments.yaml",
            "  ./twinwatch feedback --event p-1017 --entity ana --fraud",
            "  ./twinwatch feedback --event p-17 --entity ana --fraud --at 2026-03-01T12:00:00Z --value terminal=t-9",
            "  ./twinwatch feedback --file chargebacks.csv --who bank",
            "",
            "A file has the columns entity, event_id, label; or event_id, label,",
            "where the entity is looked up among the scores; or entity, from, to, label;",
            "and known_at, if wanted. What is said again changes nothing.",
            "When a fraud happened is looked up among the scores, too, where neither --at",
            "nor the file says it.",
        })
final class FeedbackCommand implements Callable<Integer> {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private About about = new About();

    @Option(names = "--entity", description = "Whose behaviour it is; may be left out with --alert.")
    private @Nullable String entity;

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Finding finding = new Finding();

    @Option(names = "--at", paramLabel = "TIME", description = "When the event happened, as 2026-03-01T12:00:00Z.")
    private @Nullable Instant at;

    @Option(
            names = "--value",
            paramLabel = "FIELD=TEXT",
            description = "A value that the event had; may be given several times, with --event and --at.")
    private @Nullable Map<String, String> values;

    @Option(names = "--comment", description = "What else is to say.")
    private @Nullable String comment;

    @Option(names = "--who", defaultValue = "${sys:user.name}", description = "Who says so.")
    private String who;

    @Mixin
    private LabelFileOptions ofFile = new LabelFileOptions();

    private static final class About {
        @Option(names = "--alert", required = true, description = "Id of the alert.")
        private @Nullable String alert;

        @Option(names = "--event", required = true, description = "Id of the event; needs --entity.")
        private @Nullable String event;

        @Option(names = "--file", required = true, paramLabel = "FILE", description = "CSV of labels, plain or .gz.")
        private @Nullable Path file;
    }

    private static final class Finding {
        @Option(names = "--fraud", required = true, description = "It was someone else, or meant harm.")
        private boolean fraud;

        @Option(names = "--legitimate", required = true, description = "It was the entity itself.")
        private boolean legitimate;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = config.settings();
        Path file = about.file;
        if (file != null) {
            requireNothingElse();
            return ofFile.write(settings, file, who, comment);
        }
        if (finding.fraud == finding.legitimate) {
            throw new ParameterException(spec.commandLine(), "say one of --fraud and --legitimate");
        }
        if (values != null && (about.event == null || at == null)) {
            throw new IllegalArgumentException("--value " + values + " is given without an event and its time: say with"
                    + " --event which one had it, and with --at when");
        }
        Label label = finding.fraud ? Label.FRAUD : Label.LEGITIMATE;
        Topics topics = settings.topics();
        new BrokerWait(settings).require(Set.of(topics.alerts(), topics.feedback()), LONGEST_WAIT);
        FeedbackWriter writer = new FeedbackWriter(settings, SchemaRegistry.from(settings.registry()));
        String about = this.about.alert != null
                ? writer.aboutAlert(this.about.alert, entity, label, who, comment)
                : writer.aboutEvent(
                        String.valueOf(this.about.event), entity, time(settings, writer), values, label, who, comment);
        spec.commandLine().getOut().println(OneLine.of(label + " noted for " + about));
        return 0;
    }

    /** A fraud takes out what came since, so that its time is looked up where it is not given. */
    private @Nullable Instant time(Settings settings, FeedbackWriter writer) throws InterruptedException {
        String event = about.event;
        if (at != null
                || event == null
                || entity == null
                || !finding.fraud
                || !settings.watch().hasCalendar()) {
            return at;
        }
        String scores = settings.topics().scores();
        new BrokerWait(settings).require(Set.of(scores), LONGEST_WAIT);
        spec.commandLine().getErr().println("  looking up when it was on topic " + scores + "; --at would say so");
        return writer.timeOf(event, entity).orElse(null);
    }

    private void requireNothingElse() {
        if (finding.fraud || finding.legitimate || entity != null || at != null || values != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--file is given together with what its rows say (--fraud, --legitimate, --entity, --at or --value):"
                            + " leave that out, or --file");
        }
    }
}
