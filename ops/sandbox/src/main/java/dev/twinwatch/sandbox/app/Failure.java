package dev.twinwatch.sandbox.app;

import dev.twinwatch.stream.app.Problem;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** What went wrong, for people; the rest goes to the log, for those who look for a bug. */
final class Failure {
    private Failure() {}

    static String sentence(Throwable failure) {
        if (Logging.isSet()) {
            LoggerFactory.getLogger(Failure.class).error("command failed", failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return "memory ran out (" + cause.getMessage()
                        + "): start with TWINWATCH_JAVA_OPTIONS=-Xmx4g, or ask for fewer --events";
            }
            if (String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("no space left on device")) {
                return "the disk is full (" + cause.getMessage()
                        + "): free some space, or choose a folder on another disk with --data";
            }
        }
        return Problem.of(failure);
    }
}
