package dev.twinwatch.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher in a folder of its own, with a Maven and a Java that only note that they were called. */
class LauncherTest {
    private static final List<String> MODULES =
            List.of("schemas", "engine", "model-trainer", "stream-app", "ops/sandbox", "ops/retrainer", "ops/bench");

    @TempDir
    Path home;

    @BeforeEach
    void layOut() throws IOException {
        Files.copy(Path.of("..", "..", "twinwatch"), home.resolve("twinwatch"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(home.resolve("pom.xml"), "");
        Files.createDirectories(home.resolve("ops/sandbox/watches"));
        for (String module : MODULES) {
            Files.createDirectories(home.resolve(module).resolve("src/main"));
            Files.writeString(home.resolve(module).resolve("pom.xml"), "");
        }
        program(
                "mvn",
                "echo built >> \"$HOME_OF_TEST/calls\"",
                "echo \"$*\" >> \"$HOME_OF_TEST/builds\"",
                classPathOfEachModule());
        java("17.0.1");
    }

    @Test
    void buildsAtFirstAndNotAgainWhileNothingChanges() throws Exception {
        launch("serve");
        launch("serve");

        assertThat(calls()).containsExactly("built", "ran", "ran");
    }

    @Test
    void buildsAgainWhenTheClassPathOfTheModuleIsGone() throws Exception {
        launch("serve");
        Files.delete(home.resolve("stream-app/target/classpath.txt"));

        launch("serve");

        assertThat(calls()).containsExactly("built", "ran", "built", "ran");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch("serve");
        Path source = Files.writeString(home.resolve("engine/src/main/New.java"), "");
        Files.setLastModifiedTime(
                source,
                FileTime.fromMillis(
                        Files.getLastModifiedTime(home.resolve("target/built")).toMillis() + 2_000));

        launch("serve");

        assertThat(calls()).containsExactly("built", "ran", "built", "ran");
    }

    @Test
    void buildsAgainWithOtherOptionsOfMavenAndKeepsToThem() throws Exception {
        launch("serve");
        launched("serve", Map.of("TWINWATCH_MAVEN_OPTIONS", "-Pconfluent -o"));
        launch("serve");

        assertThat(calls()).containsExactly("built", "ran", "built", "ran", "ran");
        assertThat(Files.readAllLines(home.resolve("builds")))
                .satisfiesExactly(
                        plain -> assertThat(plain).doesNotContain("-Pconfluent"),
                        confluent -> assertThat(confluent).contains(" -Pconfluent -o package"));
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_392, 8", "11.0.21, 11", "9-ea, 9"})
    void javaThatIsTooOldIsCalledByTheNumberThatPeopleKnow(String version, String known) throws Exception {
        java(version);

        Ended ended = launched("serve", Map.of());

        assertThat(ended)
                .isEqualTo(new Ended(
                        1, "twinwatch: Java " + known + " is too old: install a JDK 17 or newer, or set JAVA_HOME\n"));
    }

    @Test
    void theDemoOfRetrainingIsAProgramOfItsOwnWithTheSameOptions() throws Exception {
        launch("demo --headless --learn --seed 2");

        assertThat(Files.readString(home.resolve("arguments")))
                .endsWith("dev.twinwatch.bench.Main learn --headless --seed 2\n");
    }

    @Test
    void missingJavaIsToldWithTheRemedy() throws Exception {
        Ended ended =
                launched("serve", Map.of("JAVA_HOME", home.resolve("no-jdk").toString()));

        assertThat(ended)
                .isEqualTo(new Ended(1, "twinwatch: no Java found: install a JDK 17 or newer, or set JAVA_HOME\n"));
    }

    @Test
    void unknownCommandIsOneOfAWrongCommandLine() throws Exception {
        Ended ended = launched("srve", Map.of());

        assertThat(ended.status()).isEqualTo(64);
        assertThat(ended.said()).startsWith("Usage: ").endsWith("twinwatch: unknown command 'srve'\n");
    }

    /** Exit status, and what was printed. */
    private record Ended(int status, String said) {}

    private void launch(String command) throws Exception {
        Ended ended = launched(command, Map.of());
        assertThat(ended.status()).as(ended.said()).isZero();
    }

    private Ended launched(String command, Map<String, String> environment) throws Exception {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.add(0, home.resolve("twinwatch").toString());
        ProcessBuilder launcher = new ProcessBuilder(words);
        launcher.environment().keySet().removeIf(key -> key.startsWith("TWINWATCH_") || key.equals("JAVA_HOME"));
        launcher.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        launcher.environment().put("HOME_OF_TEST", home.toString());
        launcher.environment().putAll(environment);
        Process process = launcher.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private void java(String version) throws IOException {
        program(
                "java",
                "case $1 in -version) echo 'openjdk version \"" + version
                        + "\"' >&2 ;; *) echo ran >> \"$HOME_OF_TEST/calls\"; echo \"$*\" >> \"$HOME_OF_TEST/arguments\" ;; esac");
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(home.resolve("calls"));
    }

    private void program(String name, String... lines) throws IOException {
        Path file = home.resolve("bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String classPathOfEachModule() {
        return "for module in " + String.join(" ", MODULES)
                + "; do mkdir -p \"$HOME_OF_TEST/$module/target\";"
                + " echo jars > \"$HOME_OF_TEST/$module/target/classpath.txt\"; done";
    }
}
