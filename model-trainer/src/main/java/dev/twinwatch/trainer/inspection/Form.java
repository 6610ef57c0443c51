package dev.twinwatch.trainer.inspection;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a single value looks like, whatever column it stands in. */
enum Form {
    /** A whole number without leading zeros. */
    WHOLE,
    /** A number with a fraction or an exponent. */
    DECIMAL,
    /** yes, no, true, false or the like. */
    FLAG,
    /** A time as the watch's unit iso8601 reads it. */
    ISO_TIME,
    /** A date or a time in another form, which no watch reads. */
    FOREIGN_TIME,
    /** A number as people write it, with a currency or separators of thousands, which no watch reads. */
    WRITTEN_NUMBER,
    /** Anything else. */
    TEXT;

    private static final Set<String> FLAGS = Set.of("yes", "no", "true", "false", "y", "n", "t", "f");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL_NUMBER = Pattern.compile(
            "[+-]?(((0|[1-9][0-9]*)[.][0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?|(0|[1-9][0-9]*)[eE][+-]?[0-9]{1,3})");
    private static final String CLOCK = "[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?";
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ](" + CLOCK
            + "([+-][0-9]{2}(:?[0-9]{2})?)?|[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z)");
    private static final Pattern DATE =
            Pattern.compile("([0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}|[0-9]{1,2}[ -]\\p{L}{3,9}[.]?[ -][0-9]{2,4}"
                    + "|\\p{L}{3},? [0-9]{1,2} \\p{L}{3} [0-9]{4})([T ,].{0,30})?");
    private static final Pattern WRITTEN = Pattern.compile(
            "([$€£¥]|[A-Z]{3})?\\s?[+-]?([0-9]{1,3}([,.' ][0-9]{3})+|[0-9]+)([.,][0-9]+)?\\s?([$€£¥%]|[A-Z]{3})?");

    static Form of(Object value) {
        if (value instanceof Boolean) {
            return FLAG;
        }
        String text = value.toString().strip();
        if (WHOLE_NUMBER.matcher(text).matches()) {
            return WHOLE;
        }
        if (DECIMAL_NUMBER.matcher(text).matches()) {
            return DECIMAL;
        }
        if (FLAGS.contains(text.toLowerCase(Locale.ROOT))) {
            return FLAG;
        }
        if (ISO.matcher(text).matches()) {
            return ISO_TIME;
        }
        if (DATE.matcher(text).matches()) {
            return FOREIGN_TIME;
        }
        return isWrittenNumber(text) ? WRITTEN_NUMBER : TEXT;
    }

    /** Not a plain run of digits, which is a code with leading zeros or longer than any number. */
    private static boolean isWrittenNumber(String text) {
        return text.length() <= 40
                && !text.chars().allMatch(Character::isDigit)
                && WRITTEN.matcher(text).matches();
    }

    boolean isNumber() {
        return this == WHOLE || this == DECIMAL;
    }
}
