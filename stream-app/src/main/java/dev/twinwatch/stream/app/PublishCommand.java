package dev.twinwatch.stream.app;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
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
        byte[] bytes = Files.readAllBytes(bundle);
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
