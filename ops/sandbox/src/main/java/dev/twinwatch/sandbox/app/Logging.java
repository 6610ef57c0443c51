package dev.twinwatch.sandbox.app;

import java.nio.file.Path;

/** Sends logs to a file, so that the console belongs to people; to be called before anything logs. */
public final class Logging {
    private static final String FILE = "twinwatch.log";

    private Logging() {}

    /** To that file, unless a configuration of logback was given. */
    public static void to(Path file) {
        setUnlessGiven(FILE, file.toString());
        setUnlessGiven("logback.configurationFile", "sandbox-log.xml");
        setUnlessGiven("logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");
    }

    /** Whether there is a file to log to; before that the console would get it. */
    static boolean isSet() {
        return System.getProperty(FILE) != null;
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
