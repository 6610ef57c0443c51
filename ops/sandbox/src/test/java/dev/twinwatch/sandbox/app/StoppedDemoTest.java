package dev.twinwatch.sandbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo as a process of its own that somebody stops, and the same command once more. */
@Tag("long")
class StoppedDemoTest {
    private static final Duration LONGEST_DEMO = Duration.ofMinutes(8);
    /** 128 and the number of the signal, as a shell counts; Ctrl-C is 2, this one reaches processes in the background too. */
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatStillRuns() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void demoThatIsStoppedWhileItStreamsGoesOnFromThereAndGivesEveryEventOneOutcome() throws Exception {
        Path shown = folder.resolve("shown.txt");
        Process demo = start(shown, "-Xmx1g", "--events", "3000", "--data", data());
        await().atMost(LONGEST_DEMO).until(() -> Files.readString(shown).contains("s  enrolled") || !demo.isAlive());

        demo.destroy();

        assertThat(demo.waitFor(LONGEST_DEMO.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).as(Files.readString(shown)).isEqualTo(TERMINATED);
        assertThat(Files.readString(shown))
                .contains("Stopped ")
                .contains("; the same command goes on from there.")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        JsonNode report = goOn();
        assertThat(report.at("/seconds/train").asDouble()).isZero();
        assertThat(report.path("events").asInt()).isPositive();
        assertThat(report.path("outcomes").properties().stream()
                        .mapToInt(outcome -> outcome.getValue().asInt())
                        .sum())
                .isEqualTo(report.path("events").asInt());
    }

    @Test
    void tooLittleMemoryIsOneSentenceWithARemedy() throws Exception {
        Path shown = folder.resolve("shown.txt");
        Process demo = start(shown, "-Xmx128m", "--events", "3000");

        assertThat(demo.waitFor(LONGEST_DEMO.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(1);
        assertThat(Files.readAllLines(shown))
                .singleElement()
                .asString()
                .startsWith("twinwatch: Java may use ")
                .contains("start with TWINWATCH_JAVA_OPTIONS=-Xmx");
    }

    private JsonNode goOn() throws IOException {
        Ended ended = Ended.run("demo", "--events", "3000", "--json", "--data", data());
        // Ten customers are too few to say whether the gate is met.
        assertThat(ended.status()).as(ended.err()).isIn(Main.FINE, Main.GATE_MISSED);
        return new ObjectMapper().readTree(ended.out());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Process start(Path shown, String memory, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "demo"));
        command.addAll(Arrays.asList(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile())
                .start();
        started.add(process);
        return process;
    }
}
