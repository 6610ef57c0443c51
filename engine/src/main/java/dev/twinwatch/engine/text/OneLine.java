package dev.twinwatch.engine.text;

import java.util.regex.Pattern;

/** Text out of somebody's data, made fit to stand in a line on a terminal. */
public final class OneLine {
    /** What ends a line, steers a terminal, or turns the direction in which the rest of a line is read. */
    private static final Pattern STEERING = Pattern.compile(
            "[\\p{Cc}\\p{Zl}\\p{Zp}\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}]");

    private OneLine() {}

    /** The text with a space for each control character, end of line and mark of direction. */
    public static String of(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }
}
