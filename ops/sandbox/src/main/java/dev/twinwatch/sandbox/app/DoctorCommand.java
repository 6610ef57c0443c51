package dev.twinwatch.sandbox.app;

import dev.twinwatch.sandbox.doctor.Diagnosis;
import dev.twinwatch.sandbox.doctor.Machine;
import dev.twinwatch.sandbox.doctor.Surroundings;
import dev.twinwatch.stream.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch doctor`: whether this machine has what is needed. */
@Command(
        name = "doctor",
        description = "Says whether this machine has what is needed, one line for each thing, with the remedy.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:everything works, though something may be lacking", "1:something does not work"},
        footer = {
            "",
            "Examples:",
            "  ./twinwatch doctor",
            "  ./twinwatch doctor --config twinwatch.yaml",
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings of a service, whose broker and registry are looked at too.")
    private @Nullable Path config;

    @Override
    public Integer call() throws IOException {
        System.getProperties().putIfAbsent("org.nd4j.log.initialization", "false");
        List<Diagnosis> found = new ArrayList<>();
        if (config != null) {
            found.addAll(new Surroundings(SettingsFile.read(config, System.getenv())).examine());
        }
        found.addAll(0, Machine.examine());
        PrintWriter out = spec.commandLine().getOut();
        for (Diagnosis diagnosis : found) {
            out.printf(
                    Locale.ROOT,
                    "%-6s %-10s %s%n",
                    diagnosis.state().name().toLowerCase(Locale.ROOT),
                    diagnosis.about(),
                    diagnosis.words());
        }
        out.flush();
        return found.stream().anyMatch(d -> d.state() == Diagnosis.State.FAILS) ? 1 : 0;
    }
}
