package dev.twinwatch.stream.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void readmeHasOneRowForEachSettingWithItsEnvironmentNameDefaultUnitAndMeaning() throws IOException {
        List<String> expected = Arrays.stream(Setting.values())
                .map(s -> "| `%s` | `%s` | %s | %s | %s |"
                        .formatted(
                                s.key(),
                                s.environment(),
                                s.fallback().isEmpty() ? "" : "`" + s.fallback() + "`",
                                s.unit(),
                                s.words()))
                .toList();

        List<String> rows = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.contains("| `TWINWATCH_") && !line.contains("_*` |"))
                .toList();

        assertThat(rows).containsExactlyElementsOf(expected);
    }

    @Test
    void readmeNamesTheUnitsOfAllColumnsAndThePropertiesThatAreHandedOn() throws IOException {
        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains("| setting | environment | default | unit | what |")
                .contains("| `kafka.*` | `TWINWATCH_KAFKA_*` |")
                .contains("| `registry.*` | `TWINWATCH_REGISTRY_*` |");
    }
}
