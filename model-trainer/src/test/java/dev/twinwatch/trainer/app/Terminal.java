package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;

/** Runs commands as a person would, in a folder, and keeps what they print. */
final class Terminal {
    private final Path folder;

    Terminal(Path folder) {
        this.folder = folder;
    }

    /** What a command left behind. */
    record Ended(int status, String printed) {}

    /** Words as at a prompt; `./x` is a file of the folder. */
    Ended run(String line) {
        return run(line.strip().split("\\s+"));
    }

    /** The same with words that may have spaces in them. */
    Ended run(String[] typed) {
        StringWriter printed = new StringWriter();
        String[] words = Arrays.stream(typed)
                .map(word -> word.startsWith("./") ? file(word.substring(2)).toString() : word)
                .toArray(String[]::new);
        CommandLine commands = Main.commandLine();
        commands.setErr(new PrintWriter(printed, true)).setOut(new PrintWriter(printed, true));
        int status = commands.execute(words);
        return new Ended(status, printed.toString().replace(folder + "/", "./").replace("\r\n", "\n"));
    }

    /** What it printed, after it ended well. */
    String done(String line) {
        Ended ended = run(line);
        assertThat(ended.status()).as(ended.printed()).isZero();
        return ended.printed();
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
