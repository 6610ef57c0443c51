package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    @TempDir
    Path folder;

    @Test
    void aCommandThatCannotBeUnderstoodEndsWith64() {
        assertThat(Main.run("serve", "--confg", "x")).isEqualTo(64);
        assertThat(Main.run("feedback", "--config", "x", "--alert", "a", "--fraud", "--legitimate"))
                .isEqualTo(64);
        assertThat(Main.run("feedback", "--config", "x", "--alert", "a", "--event", "b", "--fraud"))
                .isEqualTo(64);
    }

    @Test
    void aCommandThatFindsNoSettingsEndsWith1() {
        // Tests run in the folder of their module, which holds no settings.
        assertThat(Main.run("serve")).isEqualTo(1);
        assertThat(Main.run("feedback", "--alert", "a", "--fraud")).isEqualTo(1);
        assertThat(Main.run("models", "publish", "--bundle", "b")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "feedback", "models publish"})
    void helpOfEveryCommandHasExamplesOfIt(String command) {
        StringWriter help = new StringWriter();

        int status = Main.commandLine().setOut(new PrintWriter(help)).execute((command + " --help").split(" "));

        assertThat(status).isZero();
        assertThat(help.toString().lines().filter(line -> line.startsWith("  ./twinwatch " + command)))
                .hasSizeGreaterThanOrEqualTo(2);
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
