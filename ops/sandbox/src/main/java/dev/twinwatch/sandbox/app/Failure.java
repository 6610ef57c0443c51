package dev.twinwatch.sandbox.app;

import org.slf4j.LoggerFactory;

/** What went wrong, for people; the rest goes to the log, for those who look for a bug. */
final class Failure {
    private Failure() {}

    static String sentence(Throwable failure) {
        LoggerFactory.getLogger(Failure.class).error("command failed", failure);
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
