package dev.twinwatch.stream.app;

import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that every command has. */
final class ConfigOption {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "Settings file (YAML). Environment variables TWINWATCH_... override it.")
    private Path file;

    Settings settings() throws IOException {
        return SettingsFile.read(file, System.getenv());
    }
}
