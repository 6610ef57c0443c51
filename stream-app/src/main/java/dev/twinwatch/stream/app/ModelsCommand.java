package dev.twinwatch.stream.app;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.kafka.BrokerWait;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** `twinwatch models`: which models are published, and which of them is live; running instances follow within seconds. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Which models are published, and which of them decides; running instances follow within seconds.",
        subcommands = {ModelsListCommand.class, ModelsShowCommand.class, PublishCommand.class, CompareCommand.class},
        footer = {
            "",
            "A model is named by the first digits of its version, at least 4, or as live, shadow or previous.",
            "",
            "Examples:",
            "  ./twinwatch models list",
            "  ./twinwatch models show 3f2a --out model.bundle",
            "  ./twinwatch models publish --bundle model.bundle --shadow",
            "  ./twinwatch models promote --why \"a week as shadow, 12 alerts fewer\"",
            "  ./twinwatch models rollback --why \"too many alerts\"",
            "  ./twinwatch models retire 3f2a",
        })
final class ModelsCommand {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Command(
            name = "promote",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a published model the live one; refused where it is worse than release.most-recall-lost and"
                            + " release.most-false-alerts allow.",
            footer = {
                "",
                "Examples:",
                "  ./twinwatch models promote",
                "  ./twinwatch models promote 3f2a --who ana --why \"better on March\"",
            })
    int promote(
            @Mixin ConfigOption config,
            @Mixin TermsOptions terms,
            @Option(names = "--force", description = "Also where it is worse; the audit topic says so.") boolean force,
            @Parameters(
                            paramLabel = "VERSION",
                            arity = "0..1",
                            defaultValue = "shadow",
                            description = "Which one; without it, the shadow.")
                    String name)
            throws Exception {
        tellLive(publisher(config).promote(name, terms.terms(force)));
        return 0;
    }

    @Command(
            name = "shadow",
            mixinStandardHelpOptions = true,
            description = "Lets a published model score along without deciding, or ends that.",
            footer = {
                "",
                "Examples:",
                "  ./twinwatch models shadow 3f2a",
                "  ./twinwatch models shadow none --why \"seen enough\"",
            })
    int shadow(
            @Mixin ConfigOption config,
            @Mixin TermsOptions terms,
            @Parameters(paramLabel = "VERSION", description = "Which one, or none.") String name)
            throws Exception {
        boolean none = name.equals("none");
        PublishCommand.tell(
                spec.commandLine().getOut(),
                publisher(config).shadow(none ? Optional.empty() : Optional.of(name), terms.terms(false)),
                none ? "no longer scores along" : "scores along as the shadow");
        return 0;
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Makes the model live again that was live before; a second time takes this back.",
            footer = {
                "",
                "Examples:",
                "  ./twinwatch models rollback",
                "  ./twinwatch models rollback --why \"too many alerts\"",
            })
    int rollback(@Mixin ConfigOption config, @Mixin TermsOptions terms) throws Exception {
        tellLive(publisher(config).rollback(terms.terms(false)));
        return 0;
    }

    @Command(
            name = "retire",
            mixinStandardHelpOptions = true,
            description =
                    "Takes a model off the topic for good; neither the live one nor the shadow, nor the one to which a rollback"
                            + " goes.",
            footer = {
                "",
                "Examples:",
                "  ./twinwatch models retire 3f2a",
                "  ./twinwatch models retire previous --force --why \"of last year\"",
            })
    int retire(
            @Mixin ConfigOption config,
            @Mixin TermsOptions terms,
            @Option(names = "--force", description = "Also the one to which a rollback goes.") boolean force,
            @Parameters(paramLabel = "VERSION", description = "Which one.") String name)
            throws Exception {
        String version = publisher(config).retire(name, terms.terms(force));
        spec.commandLine().getOut().println("model " + version + " is retired");
        return 0;
    }

    private ModelPublisher publisher(ConfigOption config) throws Exception {
        Settings settings = config.settings();
        new BrokerWait(settings)
                .require(Set.of(settings.topics().control(), settings.topics().audit()), LONGEST_WAIT);
        return new ModelPublisher(settings, SchemaRegistry.from(settings.registry()));
    }

    private void tellLive(ModelPublisher.Published changed) {
        PublishCommand.tell(spec.commandLine().getOut(), changed, "is live");
    }
}
