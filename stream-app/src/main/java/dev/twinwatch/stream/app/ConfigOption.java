package dev.twinwatch.stream.app;

import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that every command has: where the settings are. */
public final class ConfigOption {
    private static final String VARIABLE = "TWINWATCH_CONFIG";
    private static final String USUAL = "twinwatch.yaml";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "Settings file (YAML). Without it: $TWINWATCH_CONFIG, else ./twinwatch.yaml.",
                "Environment variables TWINWATCH_... override what it says."
            })
    private @Nullable Path file;

    /** Settings of the chosen file and the environment; throws IllegalArgumentException where there is no file. */
    public Settings settings() throws IOException {
        return SettingsFile.read(chosen(file, System.getenv(), Path.of("")), System.getenv());
    }

    /** What is said counts most, then the environment, then the file of the usual name in the current folder. */
    static Path chosen(@Nullable Path given, Map<String, String> environment, Path folder) {
        if (given != null) {
            return given;
        }
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        Path usual = folder.resolve(USUAL);
        if (!Files.isRegularFile(usual)) {
            throw new IllegalArgumentException("no settings: there is no " + USUAL + " in "
                    + folder.toAbsolutePath().normalize() + ", " + VARIABLE
                    + " is not set and --config is not given; give one of them, the file needs one line, for example"
                    + " `watch: watch.yaml`");
        }
        return usual;
    }
}
