package dev.twinwatch.sandbox.app;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import org.slf4j.LoggerFactory;

/** What went wrong, for people; the rest goes to the log, for those who look for a bug. */
final class Failure {
    private Failure() {}

    static String sentence(Throwable failure) {
        if (Logging.isSet()) {
            LoggerFactory.getLogger(Failure.class).error("command failed", failure);
        }
        String message = failure.getMessage();
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return message + " does not exist: check the path";
        }
        return message == null ? failure.toString() : message;
    }
}
