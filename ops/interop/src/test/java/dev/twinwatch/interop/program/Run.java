package dev.twinwatch.interop.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a program to its end. */
public final class Run {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final List<String> command;

    private Run(List<String> command) {
        this.command = command;
    }

    /** A program on the path. */
    public static Run of(String... command) {
        return new Run(List.of(command));
    }

    /** A script of the folder `node`. */
    public static Run node(String script, String... arguments) {
        return new Run(
                join(List.of("node", ForeignProgram.NODE_FOLDER.resolve(script).toString()), arguments));
    }

    /** A main class of ours in a Java of its own, as the launcher starts it. */
    public static Run java(String mainClass, String... arguments) {
        return new Run(javaCommand(mainClass, arguments));
    }

    /** The command line for a main class of ours, for whoever does not wait for its end. */
    public static List<String> javaCommand(String mainClass, String... arguments) {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                // It runs for seconds: the better compiler would only keep both cores busy.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass);
        return join(java, arguments);
    }

    /** What it printed as text; see {@link #bytes}. */
    public String text(String input) throws IOException, InterruptedException {
        return new String(bytes(input), StandardCharsets.UTF_8);
    }

    /**
     * What it printed, byte by byte.
     *
     * @param input what it reads from standard input
     * @throws IllegalStateException with its messages, if it fails or has not ended after two minutes
     */
    public byte[] bytes(String input) throws IOException, InterruptedException {
        // Files and not pipes, which would block both sides once one is full.
        Path folder = Files.createTempDirectory("run");
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path messages = folder.resolve("messages");
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(messages.toFile())
                .start();
        boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        byte[] printed = Files.readAllBytes(out);
        String said = Files.readString(messages);
        for (Path file : List.of(in, out, messages, folder)) {
            Files.delete(file);
        }
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command)
                    + (ended ? " failed with " + process.exitValue() : " had not ended after " + LONGEST)
                    + ", said: " + said + ", printed " + printed.length + " bytes");
        }
        return printed;
    }

    private static List<String> join(List<String> start, String... more) {
        List<String> all = new ArrayList<>(start);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
