package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigOptionTest {
    private static final Map<String, String> SET = Map.of("TWINWATCH_CONFIG", "/etc/twinwatch.yaml");

    @TempDir
    Path folder;

    @Test
    void whatIsSaidCountsMoreThanTheEnvironment() {
        assertThat(ConfigOption.chosen(Path.of("said.yaml"), SET, folder)).isEqualTo(Path.of("said.yaml"));
    }

    @Test
    void environmentCountsMoreThanTheFileInTheCurrentFolder() throws IOException {
        Files.writeString(folder.resolve("twinwatch.yaml"), "watch: watch.yaml");

        assertThat(ConfigOption.chosen(null, SET, folder)).isEqualTo(Path.of("/etc/twinwatch.yaml"));
    }

    @Test
    void fileOfTheUsualNameInTheCurrentFolderIsFound() throws IOException {
        Path file = Files.writeString(folder.resolve("twinwatch.yaml"), "watch: watch.yaml");

        assertThat(ConfigOption.chosen(null, Map.of("TWINWATCH_CONFIG", " "), folder))
                .isEqualTo(file);
    }

    @Test
    void withoutAnyOfThemOneSentenceNamesAllThreeAndTheFolder() {
        assertThatThrownBy(() -> ConfigOption.chosen(null, Map.of(), folder))
                .hasMessageContaining("--config")
                .hasMessageContaining("TWINWATCH_CONFIG")
                .hasMessageContaining("twinwatch.yaml in " + folder)
                .hasMessageNotContaining("\n");
    }
}
