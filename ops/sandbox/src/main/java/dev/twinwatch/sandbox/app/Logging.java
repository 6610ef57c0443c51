package dev.twinwatch.sandbox.app;

import java.nio.file.Path;

/** Sends logs to a file, so that the console belongs to people; to be called before anything logs. */
final class Logging {
    private Logging() {}

    static void to(Path file) {
        setUnlessGiven("twinwatch.log", file.toString());
        setUnlessGiven("logback.configurationFile", "sandbox-log.xml");
        setUnlessGiven("logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
