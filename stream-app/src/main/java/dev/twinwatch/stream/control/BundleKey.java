package dev.twinwatch.stream.control;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under which one piece of a bundle stands on the control topic.
 *
 * @param version SHA-256 of the whole bundle
 * @param index which piece, from 0
 */
record BundleKey(String version, int index) {
    private static final Pattern TEXT = Pattern.compile("bundle/([^/]+)/([0-9]{1,9})");

    /** Reads the key of a record; empty where it is none of a piece. */
    static Optional<BundleKey> of(String key) {
        Matcher matcher = TEXT.matcher(key);
        return matcher.matches()
                ? Optional.of(new BundleKey(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** As it is written. */
    String text() {
        return "bundle/" + version + "/" + index;
    }
}
