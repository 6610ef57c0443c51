package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
    @TempDir
    Path folder;

    @Test
    void aCommandThatCannotBeUnderstoodEndsWith64() {
        assertThat(Main.run("serve")).isEqualTo(64);
        assertThat(Main.run("feedback", "--config", "x", "--alert", "a", "--fraud", "--legitimate"))
                .isEqualTo(64);
        assertThat(Main.run("feedback", "--config", "x", "--alert", "a", "--event", "b", "--fraud"))
                .isEqualTo(64);
    }

    @Test
    void aCommandWithoutItsSettingsFileEndsWith1() {
        String none = folder.resolve("none.yaml").toString();

        assertThat(Main.run("serve", "--config", none)).isEqualTo(1);
        assertThat(Main.run("models", "publish", "--config", none, "--bundle", "b"))
                .isEqualTo(1);
        assertThat(Main.run("feedback", "--config", none, "--alert", "a", "--fraud"))
                .isEqualTo(1);
    }
}
