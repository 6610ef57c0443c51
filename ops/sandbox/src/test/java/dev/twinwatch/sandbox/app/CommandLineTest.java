package dev.twinwatch.sandbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo --evens 5           | --evens",
                "demo --events few        | few",
                "demo --events 2999       | --events is 2999, expected 3000 or more, so that somebody is taken over",
                "demo --replay a.csv      | --labels",
                "sandbox                  | --data",
            })
    void commandLineThatCannotBeUnderstoodEndsWith64AndNotWithTheStatusOfAMissedGate(String line, String words) {
        Ended ended = Ended.run(line.strip().split(" ", -1));

        assertThat(ended.status()).isEqualTo(64);
        assertThat(ended.err()).startsWith("twinwatch: ").contains(words).contains("--help");
    }

    @Test
    void demoEndsWith2ExactlyWhereAConditionOfItsGateIsNotMet() {
        assertThat(DemoCommand.status(List.of())).isZero();
        assertThat(DemoCommand.status(List.of("0.30 false alerts per 1,000 events, expected at most 0.2")))
                .isEqualTo(2);
    }

    @Test
    void helpOfTheDemoGivesExamplesAndTheStatuses() {
        Ended ended = Ended.run("demo", "--help");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains("./twinwatch demo --headless --json > report.json")
                .contains("0 fine, 1 it failed, 2 the simulated demo missed its gate, 64 the command line is wrong");
    }

    @Test
    void helpOfTheSandboxGivesExamples() {
        assertThat(Ended.run("sandbox", "--help").out()).contains("./twinwatch sandbox --data my-sandbox");
    }

    @Test
    void watchThatIsMissingEndsWith1AndLeavesNoFolderBehind() {
        Path data = folder.resolve("data");

        Ended ended = Ended.run(
                "demo --replay a.csv --labels b.csv --watch none.yaml --history 5 --data".split(" ", -1),
                data.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).startsWith("twinwatch: ").contains("none.yaml");
        assertThat(data).doesNotExist();
    }

    @Test
    void portThatIsTakenEndsWith1AndOneSentenceWithARemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            int port = taken.getLocalPort();

            Ended ended = Ended.run("demo", "--events", "3000", "--json", "--port", String.valueOf(port));

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("twinwatch: port " + port + " of 127.0.0.1 cannot be used for the broker")
                    .endsWith("stop what listens there or choose another port");
        }
    }

    @Test
    void folderOfSomethingElseEndsWith1AndIsLeftAlone() throws IOException {
        Path photo = folder.resolve("photo.jpg");
        Files.writeString(photo, "a photo");

        Ended ended = Ended.run("demo", "--events", "3000", "--json", "--data", folder.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("holds something else than a demo");
        assertThat(folder).isDirectoryContaining(photo::equals);
    }
}
