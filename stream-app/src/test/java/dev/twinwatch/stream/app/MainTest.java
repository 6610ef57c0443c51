package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.stream.Purchases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
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
    void aFileOfLabelsSaysItselfWhatIsFraud() throws IOException {
        Files.writeString(folder.resolve("watch.yaml"), Purchases.YAML);
        String config = Files.writeString(folder.resolve("twinwatch.yaml"), "watch: watch.yaml")
                .toString();

        assertThat(Main.run("feedback", "--config", config, "--file", "labels.csv", "--fraud"))
                .isEqualTo(64);
        assertThat(Main.run("feedback", "--config", config, "--alert", "a")).isEqualTo(64);
    }

    @Test
    void aCommandThatFindsNoSettingsEndsWith1() {
        // Tests run in the folder of their module, which holds no settings.
        assertThat(Main.run("serve")).isEqualTo(1);
        assertThat(Main.run("feedback", "--alert", "a", "--fraud")).isEqualTo(1);
        assertThat(Main.run("models", "publish", "--bundle", "b")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "send",
                "enrol",
                "feedback",
                "models",
                "models list",
                "models show",
                "models publish",
                "models promote",
                "models shadow",
                "models rollback",
                "models retire"
            })
    void helpOfEveryCommandHasExamplesOfIt(String command) {
        StringWriter help = new StringWriter();

        int status = Main.commandLine().setOut(new PrintWriter(help)).execute((command + " --help").split(" "));

        assertThat(status).isZero();
        assertThat(help.toString().lines().filter(line -> line.startsWith("  ./twinwatch " + command)))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aBundleThatIsNotThereIsToldBeforeAnybodyAsksForABroker() throws IOException {
        Files.writeString(folder.resolve("watch.yaml"), Purchases.YAML);
        Path config = Files.writeString(
                folder.resolve("twinwatch.yaml"), "{watch: watch.yaml, kafka: {bootstrap-servers: 127.0.0.1:1}}");
        Path bundle = folder.resolve("missing.bundle");
        StringWriter errors = new StringWriter();

        int status = Main.commandLine()
                .setErr(new PrintWriter(errors))
                .execute("models", "publish", "--config", config.toString(), "--bundle", bundle.toString());

        assertThat(status).isEqualTo(1);
        assertThat(errors.toString()).startsWith("twinwatch: " + bundle + " does not exist: check the path");
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
