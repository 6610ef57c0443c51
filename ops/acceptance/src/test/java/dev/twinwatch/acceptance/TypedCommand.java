package dev.twinwatch.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One line as a person types it into a shell, in a folder of its own from which the launcher can be called. */
final class TypedCommand implements AutoCloseable {
    private static final long LONGEST_SECONDS = 120;

    private final String line;
    private final Path log;
    private final Process process;

    private TypedCommand(String line, Path log, Process process) {
        this.line = line;
        this.log = log;
        this.process = process;
    }

    /** Starts it; an ampersand at its end is left to {@link #isInBackground(String)}. */
    static TypedCommand type(String line, Shell shell) throws IOException {
        // exec, so that to end the shell is to end the command
        String typed = isInBackground(line) ? "exec " + line.substring(0, line.lastIndexOf('&')) : line;
        Path log = Files.createTempFile(shell.folder(), "typed", ".log");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", typed)
                .directory(shell.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(shell.environment());
        return new TypedCommand(line, log, builder.start());
    }

    static boolean isInBackground(String line) {
        return line.endsWith("&");
    }

    /** What it printed, after it ended well. */
    String done() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(line + " did not end in " + LONGEST_SECONDS + " s and printed:\n" + printed());
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(line + " ended with " + process.exitValue() + " and printed:\n" + printed());
        }
        return printed();
    }

    String printed() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Stops it as Ctrl-C does, and waits until it is gone. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
