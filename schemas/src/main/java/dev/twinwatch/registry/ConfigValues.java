package dev.twinwatch.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed values out of a map of Kafka properties, whose values may be text or already typed.
 *
 * <p>Every value may also be given under {@code schema.registry.} + its key, which then counts.
 */
public record ConfigValues(Map<String, ?> values) {
    private static final String PREFIX = "schema.registry.";

    /** The value as text without spaces around it; null if it is not set or blank. */
    public @Nullable String text(String key) {
        var prefixed = exact(PREFIX + key);
        return prefixed != null ? prefixed : exact(key);
    }

    /** As {@link #text}, but under this key alone. */
    public @Nullable String exact(String key) {
        var value = values.get(key);
        if (value == null) {
            return null;
        }
        var text = value.toString();
        return text.isBlank() ? null : text.trim();
    }

    /** The value as true or false; refuses other words. */
    public boolean flag(String key, boolean otherwise) {
        var text = text(key);
        if (text == null) {
            return otherwise;
        }
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(key + " is `" + text + "`: write true or false");
        }
        return Boolean.parseBoolean(text);
    }

    /** The value as a whole number from least to most; refuses others. */
    public int number(String key, int otherwise, int least, int most) {
        var text = text(key);
        if (text == null) {
            return otherwise;
        }
        var expected = key + " is `" + text + "`: write a whole number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(expected);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(expected, e);
        }
    }
}
