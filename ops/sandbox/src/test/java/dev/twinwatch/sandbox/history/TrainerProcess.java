package dev.twinwatch.sandbox.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the trainer as a process of its own, in a folder. */
final class TrainerProcess {
    private static final long LONGEST_SECONDS = 60;

    private TrainerProcess() {}

    /** Exit status, and all that was printed. */
    record Ended(int status, String said) {}

    static Ended run(Path folder, String line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.twinwatch.trainer.app.Main"));
        command.addAll(List.of(line.split(" ", -1)));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(line + " should have ended and still runs");
        }
        return new Ended(process.exitValue(), said);
    }
}
