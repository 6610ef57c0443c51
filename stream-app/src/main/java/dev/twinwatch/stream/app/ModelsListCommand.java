package dev.twinwatch.stream.app;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.control.Releases;
import dev.twinwatch.stream.kafka.BrokerWait;
import dev.twinwatch.stream.releases.ReleaseJson;
import dev.twinwatch.stream.releases.ReleaseLines;
import dev.twinwatch.stream.settings.Settings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch models list`: what is published of a watch. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Shows what is published, the newest first: live, shadow, previous, kept, incomplete or refused.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch models list",
            "  ./twinwatch models list --config payments.yaml",
            "  ./twinwatch models list --json | jq -r .live",
        })
final class ModelsListCommand implements Callable<Integer> {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(names = "--json", description = "One JSON object: epoch, live, shadow, previous, and models.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Releases releases = read(config.settings());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ReleaseJson.of(releases));
        } else if (releases.all().isEmpty()) {
            out.println("nothing is published yet: `twinwatch models publish --bundle FILE` makes a model live");
        } else {
            out.println("epoch " + releases.epoch());
            releases.all().forEach(release -> ReleaseLines.brief(release).forEach(out::println));
        }
        return 0;
    }

    /** What the topic says now. */
    static Releases read(Settings settings) throws InterruptedException {
        new BrokerWait(settings).require(Set.of(settings.topics().control()), LONGEST_WAIT);
        return Releases.read(settings, SchemaRegistry.from(settings.registry()));
    }
}
