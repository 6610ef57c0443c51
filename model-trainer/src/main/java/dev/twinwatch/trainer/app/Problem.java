package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.source.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong, in words for the person at the terminal. */
final class Problem {
    private Problem() {}

    /** The message alone where it was written for people; else the exception with the place that threw it. */
    static String of(Exception e) {
        if (e instanceof IllegalArgumentException || e instanceof SourceException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
            return of(cause);
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not a file: check the path, relative ones start at "
                    + Path.of("").toAbsolutePath();
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written: check its permissions";
        }
        if (e instanceof IOException) {
            return "cannot read or write: " + e.getMessage() + " ("
                    + e.getClass().getSimpleName() + ")";
        }
        StackTraceElement[] trace = e.getStackTrace();
        return e + (trace.length == 0 ? "" : " at " + trace[0]) + ": please report this";
    }
}
