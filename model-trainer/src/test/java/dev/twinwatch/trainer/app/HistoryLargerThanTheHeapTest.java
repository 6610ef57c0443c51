package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 20 million events, which as objects would take some 3 GB, in a process with a heap of 1 GB and as much native memory. */
@Tag("long")
final class HistoryLargerThanTheHeapTest {
    private static final String WATCH = """
            watch: crowd
            entity: user
            time: {field: at, unit: seconds}
            sequence: {length: 32, minimum: 4}
            features:
              - {name: amount,    field: amount, as: number, scale: log}
              - {name: usual,     field: amount, as: relative, scale: log}
              - {name: place,     field: place,  as: category, buckets: 1024}
              - {name: new-place, field: place,  as: novelty}
              - {name: pause,     as: since-previous}
            encoder: bag
            """;

    @TempDir
    private Path folder;

    @Test
    void twentyMillionEventsTrainWithAHeapOfOneGigabyte() throws Exception {
        Files.writeString(folder.resolve("w.yaml"), WATCH);
        new Crowd(20_000, 1_000).to(folder.resolve("events.csv"));

        String printed = train();

        assertThat(printed)
                .contains("read 20,000,000 events of 20,000 entities", "takeovers caught", "held out: ", "wrote ");
        assertThat(files()).containsExactlyInAnyOrder("w.yaml", "events.csv", "model", "model.report.html");
    }

    private String train() throws Exception {
        Path printed = Files.createTempFile("train", ".txt");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dorg.bytedeco.javacpp.maxbytes=1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "train",
                "--watch",
                "w.yaml",
                "--events",
                "events.csv",
                "--out",
                "model",
                "--iterations",
                "100");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int status = process.waitFor();
        String text = Files.readString(printed);
        Files.delete(printed);
        assertThat(status).as(text).isZero();
        return text;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toFile).map(File::getName).toList();
        }
    }
}
