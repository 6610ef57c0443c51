package dev.twinwatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The five steps of the README with real processes, from a file that the project has never seen to its first alert. Only
 * ports are given beside what stands there, since those of the README may be taken on this machine.
 */
final class OwnStreamInFiveStepsTest {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final List<TypedCommand> background = new ArrayList<>();

    @AfterEach
    void stopWhatRuns() throws IOException {
        // The service first: without its broker it would wait before it ends
        for (int i = background.size() - 1; i >= 0; i--) {
            background.get(i).close();
        }
        Files.deleteIfExists(folder.resolve("twinwatch"));
    }

    @Test
    void theCommandsOfTheReadmeLeadToAFirstAlert() throws Exception {
        Checkout.requirePackaged(System.getenv());
        new Purchases(folder).write();
        Files.createSymbolicLink(folder.resolve("twinwatch"), Checkout.ROOT.resolve("twinwatch"));
        int broker = freePort();
        int registry = freePort();
        Shell shell = new Shell(
                folder,
                Map.of(
                        "TWINWATCH_BUILD",
                        "never",
                        "TWINWATCH_JAVA_OPTIONS",
                        "-Xmx600m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                        "TWINWATCH_SANDBOX_PORT",
                        String.valueOf(broker),
                        "TWINWATCH_SANDBOX_REGISTRY_PORT",
                        String.valueOf(registry),
                        "TWINWATCH_KAFKA_BOOTSTRAP_SERVERS",
                        "127.0.0.1:" + broker,
                        "TWINWATCH_REGISTRY_URL",
                        "http://127.0.0.1:" + registry,
                        "TWINWATCH_HTTP_PORT",
                        "0"));

        String printed = "";
        for (String line : Readme.commandsBelow("Your own stream in five steps")) {
            printed = typed(line, shell);
        }

        assertThat(printed)
                .startsWith("2026-01-")
                .contains("member " + Purchases.VICTIM + " does not behave like itself: ");
        assertThat(background).hasSize(2).allMatch(TypedCommand::isRunning);
    }

    /** What it printed; a command in the background is left running once it says that it is ready. */
    private String typed(String line, Shell shell) throws IOException, InterruptedException {
        TypedCommand command = TypedCommand.type(line, shell);
        if (!TypedCommand.isInBackground(line)) {
            try (command) {
                return command.done();
            }
        }
        background.add(command);
        String ready = line.contains("sandbox") ? "Ctrl-C stops both" : " is started";
        await(line)
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !command.isRunning() || command.printed().contains(ready));
        assertThat(command.isRunning()).as(command.printed()).isTrue();
        return command.printed();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
