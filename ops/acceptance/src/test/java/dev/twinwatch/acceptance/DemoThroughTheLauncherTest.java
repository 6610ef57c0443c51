package dev.twinwatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as the launcher starts it, with the class path that a user has and not that of the tests. */
final class DemoThroughTheLauncherTest {
    @TempDir
    private Path folder;

    @AfterEach
    void removeTheLink() throws IOException {
        Files.deleteIfExists(folder.resolve("twinwatch"));
    }

    @Test
    void aBrokenWatchIsToldInOneSentence() throws Exception {
        Checkout.requirePackaged(System.getenv());
        Files.createSymbolicLink(folder.resolve("twinwatch"), Checkout.ROOT.resolve("twinwatch"));
        Files.writeString(folder.resolve("events.csv"), "user,seq,command\n1,1,ls\n");
        Files.writeString(folder.resolve("labels.csv"), "entity,from,to,label\n");
        Files.writeString(folder.resolve("watch.yaml"), "watch: x\nentity: [\n");
        String line = "./twinwatch demo --replay events.csv --labels labels.csv --watch watch.yaml --history 10"
                + " || echo ended with $?";

        try (TypedCommand command = TypedCommand.type(line, new Shell(folder, Map.of("TWINWATCH_BUILD", "never")))) {
            assertThat(command.done())
                    .contains("watch.yaml")
                    .contains("ended with 1")
                    .doesNotContain("Exception");
        }
    }
}
