package dev.twinwatch.stream.app;

import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch models publish`: makes a bundle the live model of a running watch. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The bundle is validated first; where it does not fit the watch, the live one stays.",
            "",
            "Examples:",
            "  ./twinwatch models publish --bundle model.bundle",
            "  ./twinwatch models publish --bundle model.bundle --why \"trained on March\"",
            "  ./twinwatch models publish --bundle model.bundle --config payments.yaml",
            "  ./twinwatch models publish --bundle model.bundle --budget \"20 per day\"",
        },
        description = "Makes a bundle the live model; running instances take it up without a restart.")
final class PublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(names = "--bundle", required = true, paramLabel = "FILE", description = "What `twinwatch train` wrote.")
    private Path bundle;

    @Option(
            names = "--budget",
            paramLabel = "TEXT",
            description =
                    "Another budget of alerts than that of the bundle, such as \"20 per day\" or \"1 per 10000 events\":"
                            + " the same model with the limit that the bundle keeps for it, under a version of its own.")
    private @Nullable String budget;

    @Option(
            names = "--who",
            defaultValue = "${sys:user.name}",
            description = "Whom the audit topic names; without it, the user of this machine.")
    private String who;

    @Option(names = "--why", defaultValue = "", description = "Why, for the audit topic.")
    private String why;

    @Override
    public Integer call() throws Exception {
        Settings settings = config.settings();
        ModelPublisher publisher = new ModelPublisher(settings, SchemaRegistry.from(settings.registry()));
        byte[] trained = Files.readAllBytes(bundle);
        byte[] bytes = budget == null ? trained : BundleFile.read(trained).withBudget(budget);
        // Before topics are made, which nobody wants for a file that is none.
        publisher.check(bytes);
        new TopicSetup(settings).prepare(Duration.ofSeconds(20));
        ModelPublisher.Published published = publisher.publish(bytes, who, why);
        spec.commandLine()
                .getOut()
                .println("model " + published.version() + " is live from epoch " + published.epoch() + " on");
        return 0;
    }
}
