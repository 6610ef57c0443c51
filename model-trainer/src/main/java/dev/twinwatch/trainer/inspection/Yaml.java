package dev.twinwatch.trainer.inspection;

import java.util.Set;
import java.util.regex.Pattern;

/** Texts of somebody's data inside YAML. */
final class Yaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final int WIDTH = 110;

    private Yaml() {}

    /** As it is where that is safe, else in double quotes. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    /** A sentence as lines of a comment; further lines are indented once more where a list hangs below its first word. */
    static String comment(String indent, String hanging, String sentence) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(indent + "#");
        for (String word : sentence.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.append(line).append('\n');
                line = new StringBuilder(indent + "#" + hanging);
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString();
    }
}
