package dev.twinwatch.stream.app;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What went wrong, in one sentence with a remedy, for the person at the terminal. */
public final class Problem {
    private Problem() {}

    /** The message where it was written for people; else what it means. */
    public static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
                return cause.getMessage() + " does not exist: check the path, relative ones start at "
                        + Path.of("").toAbsolutePath();
            }
            if (cause instanceof AccessDeniedException denied) {
                return denied.getFile() + " may not be read or written by this user: check its permissions";
            }
            if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("no space left on device")) {
                return "the disk is full (" + cause.getMessage() + "): free some space there";
            }
        }
        String message = failure.getMessage();
        if (message != null && !message.isBlank()) {
            return message;
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0])
                + ": this is a mistake in Twinwatch, please report it";
    }
}
