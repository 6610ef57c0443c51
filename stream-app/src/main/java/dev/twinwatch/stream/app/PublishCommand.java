package dev.twinwatch.stream.app;

import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.Place;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import java.io.PrintWriter;
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

/** `twinwatch models publish`: makes a bundle the live model of a running watch, or its shadow. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The bundle is validated first; where it does not fit the watch or is refused, the live one stays.",
            "",
            "Examples:",
            "  ./twinwatch models publish --bundle model.bundle",
            "  ./twinwatch models publish --bundle model.bundle --why \"trained on March\"",
            "  ./twinwatch models publish --bundle model.bundle --config payments.yaml",
            "  ./twinwatch models publish --bundle model.bundle --shadow",
            "  ./twinwatch models publish --bundle model.bundle --budget \"20 per day\"",
        },
        description =
                "Makes a bundle the live model, or the shadow; running instances take it up without a restart. Refused where"
                        + " it is worse than release.most-recall-lost and release.most-false-alerts allow.")
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
            names = "--shadow",
            description = "It scores along without deciding; `models promote` makes it the live one.")
    private boolean shadow;

    @Option(names = "--force", description = "Live also where it is worse than the live one; the audit topic says so.")
    private boolean force;

    @Mixin
    private TermsOptions terms;

    @Override
    public Integer call() throws Exception {
        Settings settings = config.settings();
        ModelPublisher publisher = new ModelPublisher(settings, SchemaRegistry.from(settings.registry()));
        byte[] trained = Files.readAllBytes(bundle);
        byte[] bytes = budget == null ? trained : BundleFile.read(trained).withBudget(budget);
        // Before topics are made, which nobody wants for a file that is none.
        publisher.check(bytes);
        new TopicSetup(settings).prepare(Duration.ofSeconds(20));
        Place place = shadow ? Place.SHADOW : Place.LIVE;
        tell(
                spec.commandLine().getOut(),
                publisher.publish(bytes, place, terms.terms(force)),
                shadow ? "scores along as the shadow" : "is live");
        return 0;
    }

    /** What was changed, and what there is to say of it. */
    static void tell(PrintWriter out, ModelPublisher.Published changed, String does) {
        out.println("model " + changed.version() + " " + does + " from epoch " + changed.epoch() + " on");
        if (!changed.note().isEmpty()) {
            out.println("it was " + changed.note());
        }
    }
}
