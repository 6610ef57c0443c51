package dev.twinwatch.retrainer;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.retrainer.journal.RetrainingTopic;
import dev.twinwatch.stream.app.ConfigOption;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch retrain`: trains anew beside the running service. */
@Command(
        name = "retrain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Trains a new model from newer events and what people said, when enough of it has come.",
        footer = {
            "",
            "Runs beside the service with the same settings file, section `retraining:`, until it is stopped.",
            "Several may run: one of them trains, another one takes over what it left.",
            "Ends with 1 where --once was refused or failed.",
            "",
            "Examples:",
            "  ./twinwatch retrain",
            "  ./twinwatch retrain --once --why \"new terminals\"",
            "  ./twinwatch retrain --request --why \"season changes\" --config payments.yaml",
        })
final class RetrainCommand implements Callable<Integer> {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(names = "--once", description = "Train now, and end when that has ended.")
    private boolean once;

    @Option(names = "--request", description = "Only ask for it; the process that runs beside the service does it.")
    private boolean request;

    @Option(names = "--who", defaultValue = "${sys:user.name}", description = "Who asks for it.")
    private String who;

    @Option(names = "--why", defaultValue = "", description = "Why; part of the records and of the audit.")
    private String why;

    @Override
    public Integer call() throws Exception {
        if (once && request) {
            throw new IllegalArgumentException("--once and --request are given: leave one of them out");
        }
        Settings settings = config.settings();
        SchemaRegistry registry = SchemaRegistry.from(settings.registry());
        new TopicSetup(settings).prepare(LONGEST_WAIT);
        @Nullable String asked = once || request ? ask(new RetrainingTopic(settings, registry)) : null;
        if (request) {
            spec.commandLine().getOut().println("retraining " + asked + " is asked for");
            return 0;
        }
        return run(settings, registry, asked);
    }

    private String ask(RetrainingTopic topic) throws InterruptedException {
        String id = UUID.randomUUID().toString();
        topic.write(Steps.requested(id, who, why));
        return id;
    }

    private int run(Settings settings, SchemaRegistry registry, @Nullable String asked) throws InterruptedException {
        RetrainingMetrics metrics = new RetrainingMetrics();
        Retrainer retrainer = new Retrainer(settings, registry, metrics);
        Thread hook = new Thread(retrainer::close, "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try (MetricsServer server =
                MetricsServer.start(settings.httpHost(), settings.retraining().httpPort(), metrics)) {
            spec.commandLine()
                    .getErr()
                    .println("metrics on http://" + settings.httpHost() + ":" + server.port() + "/metrics");
            Optional<Retraining> end = retrainer.run(asked);
            end.ifPresent(step -> spec.commandLine()
                    .getOut()
                    .println(step.getWhat() + ": " + step.getReason()
                            + (step.getModel() == null ? "" : "; model " + step.getModel())));
            boolean fine = asked == null
                    || end.map(Retraining::getWhat)
                            .filter(RetrainingStep.PUBLISHED::equals)
                            .isPresent();
            return fine ? 0 : 1;
        }
    }
}
