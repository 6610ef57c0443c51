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
    void readmeHasOneRowForEachSettingWithItsEnvironmentNameDefaultAndMeaning() throws IOException {
        List<String> expected = Arrays.stream(Setting.values())
                .map(s -> "| `%s` | `%s` | %s | %s |"
                        .formatted(
                                s.key(),
                                s.environment(),
                                s.fallback().isEmpty() ? "" : "`" + s.fallback() + "`",
                                s.words()))
                .toList();

        List<String> rows = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.contains("| `TWINWATCH_") && !line.contains("`TWINWATCH_KAFKA_*`"))
                .toList();

        assertThat(rows).containsExactlyElementsOf(expected);
    }
}
