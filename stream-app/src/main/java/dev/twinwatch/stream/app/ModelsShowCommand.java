package dev.twinwatch.stream.app;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.control.Release;
import dev.twinwatch.stream.control.ReleasedBundle;
import dev.twinwatch.stream.releases.ReleaseJson;
import dev.twinwatch.stream.releases.ReleaseLines;
import dev.twinwatch.stream.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** `twinwatch models show`: all that is known of one model, and its bundle as a file. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows where a model comes from and how it did; with --out, writes its bundle.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch models show",
            "  ./twinwatch models show 3f2a --json",
            "  ./twinwatch models show previous --out before.bundle",
        })
final class ModelsShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Parameters(
            paramLabel = "VERSION",
            arity = "0..1",
            defaultValue = "live",
            description =
                    "The first digits of a version, at least 4, or live, shadow or previous; without it, the live one.")
    private String name;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes its bundle there, as `twinwatch train` made it.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        Settings settings = config.settings();
        Release release = ModelsListCommand.read(settings).named(name);
        Path file = out;
        if (file != null) {
            byte[] bundle = ReleasedBundle.read(settings, SchemaRegistry.from(settings.registry()), release);
            // Somebody may be reading the old one.
            Path beside = file.resolveSibling(file.getFileName() + ".part");
            Files.write(beside, bundle);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
        PrintWriter lines = spec.commandLine().getOut();
        if (json) {
            lines.println(ReleaseJson.of(release));
        } else {
            ReleaseLines.whole(release).forEach(lines::println);
        }
        return 0;
    }
}
