package dev.twinwatch.sandbox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileTest {
    private List<String> lines = List.of();

    @BeforeEach
    void readTheFile() throws IOException {
        // A backslash at its end goes on with a line.
        String text = Files.readString(Repository.path("ops/docker/Dockerfile")).replaceAll("\\\\\n\\s*", "");
        lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void everyBaseImageIsPinnedToARelease() {
        assertThat(of("FROM "))
                .hasSize(4)
                .allMatch(line -> line.matches("FROM [a-z-]+:[0-9]+[.][0-9]+[.][0-9]+[_-][a-z0-9_-]+ AS [a-z]+"));
    }

    @Test
    void ownImagesRunAsAUserWithoutRights() {
        String text = String.join("\n", lines);
        for (String stage : List.of("service", "trainer", "retrainer")) {
            String own = text.substring(text.indexOf(" AS " + stage)).split("\nFROM ", 2)[0];
            assertThat(own).as(stage).contains("\nUSER 10001\n");
            assertThat(own.indexOf("USER 10001"))
                    .as("nothing is changed as that user")
                    .isGreaterThan(own.lastIndexOf("\nRUN "))
                    .isLessThan(own.indexOf("ENTRYPOINT"));
        }
    }

    @Test
    void mainClassesAndCopiedFilesExist() throws IOException {
        for (String entry : of("ENTRYPOINT ")) {
            String main = entry.replaceAll(".*\"([^\"]+)\"]$", "$1");
            String source = "src/main/java/" + main.replace('.', '/') + ".java";
            assertThat(List.of("stream-app", "model-trainer", "ops/retrainer"))
                    .as(main)
                    .anyMatch(module -> Files.exists(Repository.path(module + "/" + source)));
        }
        assertThat(of("COPY ops/"))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(Repository.path(line.split(" ", 3)[1])).exists());
        assertThat(Files.readString(Repository.path(".dockerignore")).lines())
                .as("what every build would make stale")
                .contains(".git", "**/target")
                .as("what a person's own runs leave")
                .contains(".twinwatch", "**/node_modules", "*.bundle", "twinwatch.yaml", "*.csv");
    }

    @Test
    void serviceHasAHealthCheckThatTheImageCanRun() {
        assertThat(of("HEALTHCHECK "))
                .singleElement()
                .asString()
                .endsWith("CMD [\"/bin/bash\", \"/opt/twinwatch/health.sh\"]");
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1"})
    void healthCheckEndsWellExactlyWhereTheServiceSaysSo(int status, int exit) throws Exception {
        HttpServer service =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        service.createContext("/health/live", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        service.start();
        try {
            Process check = new ProcessBuilder(
                            "bash",
                            Repository.path("ops/docker/health.sh").toString(),
                            String.valueOf(service.getAddress().getPort()))
                    .start();

            assertThat(check.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(check.exitValue()).isEqualTo(exit);
        } finally {
            service.stop(0);
        }
    }

    private List<String> of(String instruction) {
        return lines.stream().filter(line -> line.startsWith(instruction)).toList();
    }
}
