package dev.twinwatch.sandbox.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a command in this process ended with, and what it printed. */
record Ended(int status, String out, String err) {
    static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commands()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ended(status, out.toString(), err.toString());
    }

    static Ended run(String[] first, String... rest) {
        return run(Stream.concat(Arrays.stream(first), Arrays.stream(rest)).toArray(String[]::new));
    }
}
