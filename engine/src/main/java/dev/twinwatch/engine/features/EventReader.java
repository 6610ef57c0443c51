package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.TimeField;
import dev.twinwatch.engine.watch.Watch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields that a watch names out of any record. */
public final class EventReader {
    private static final int LONGEST_ENTITY = 512;
    private static final int LONGEST_ID = 512;
    /** Of the text of a category, which only people read. */
    static final int LONGEST_TEXT = 40;

    private final Watch watch;
    private final Layout layout;
    /** By category field, whether a reason may have to name its values. */
    private final boolean[] named;

    /** A reader for one watch. */
    public EventReader(Layout layout) {
        this.watch = layout.watch();
        this.layout = layout;
        this.named = new boolean[layout.categories().size()];
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.NOVELTY)) {
            named[layout.categories().indexOf(feature.field())] = true;
        }
    }

    /** Reads one record. Where the watch has no time, the time stays 0 and the entity's running number takes its place. */
    public Reading read(Fields record, Origin origin) {
        try {
            String entity = text(record.valueAt(watch.entity()));
            if (entity == null || entity.isBlank() || entity.length() > LONGEST_ENTITY) {
                throw new UnreadableValue("field " + watch.entity() + " (the entity) is "
                        + (entity == null ? "missing" : "blank or longer than " + LONGEST_ENTITY + " characters"));
            }
            String[] texts = new String[named.length];
            return new Reading.Understood(new Event(
                    requireWellFormed(watch.entity(), "entity", entity),
                    id(record, origin),
                    origin,
                    watch.time().isPresent() ? time(record, watch.time().get()) : 0,
                    sequence(record),
                    numbers(record),
                    categories(record, texts),
                    texts));
        } catch (UnreadableValue e) {
            return new Reading.Unreadable(e.reason);
        } catch (IllegalArgumentException e) {
            return new Reading.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Half a surrogate pair becomes a question mark in UTF-8, so that different texts would become one. */
    private static String requireWellFormed(String field, String meaning, String text) throws UnreadableValue {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    throw new UnreadableValue("field " + field + " (the " + meaning + ") has half a surrogate pair at"
                            + " character " + (i + 1) + ", expected text that UTF-8 can hold");
                }
                i++;
            }
        }
        return text;
    }

    private String id(Fields record, Origin origin) throws UnreadableValue {
        if (watch.id().isEmpty()) {
            return origin.asId();
        }
        String id = text(record.valueAt(watch.id()));
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            throw new UnreadableValue("field " + watch.id() + " (the id) is "
                    + (id == null ? "missing" : "blank or longer than " + LONGEST_ID + " characters"));
        }
        return requireWellFormed(watch.id(), "id", id);
    }

    private static long time(Fields record, TimeField time) throws UnreadableValue {
        Object value = record.valueAt(time.field());
        if (value == null) {
            throw new UnreadableValue("field " + time.field() + " (the time) is missing");
        }
        return EventTime.parse(time, value);
    }

    private long sequence(Fields record) throws UnreadableValue {
        if (!watch.sequence().ends()) {
            return 0;
        }
        String value = text(record.valueAt(watch.sequence().by()));
        if (value == null) {
            throw new UnreadableValue("field " + watch.sequence().by() + " (sequence by) is missing");
        }
        return Hash64.of(value);
    }

    private float[] numbers(Fields record) throws UnreadableValue {
        List<String> fields = layout.numbers();
        float[] values = new float[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(fields.get(i), record.valueAt(fields.get(i)));
        }
        return values;
    }

    private static float number(String field, @Nullable Object value) throws UnreadableValue {
        double number;
        if (value == null || (value instanceof String text && text.isBlank())) {
            return Float.NaN;
        } else if (value instanceof Number given) {
            number = given.doubleValue();
        } else if (value instanceof Boolean flag) {
            number = flag ? 1 : 0;
        } else {
            try {
                number = Double.parseDouble(value.toString());
            } catch (NumberFormatException e) {
                throw new UnreadableValue("field " + field + " is " + excerpt(value) + ", expected a number");
            }
        }
        if (!Double.isFinite(number)) {
            throw new UnreadableValue("field " + field + " is " + number + ", expected a finite number");
        }
        return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, number));
    }

    private long[] categories(Fields record, String[] texts) {
        List<String> fields = layout.categories();
        long[] values = new long[fields.size()];
        for (int i = 0; i < values.length; i++) {
            String text = text(record.valueAt(fields.get(i)));
            values[i] = text == null || text.isEmpty() ? 0 : Hash64.of(text);
            texts[i] = text == null || !named[i] ? "" : shown(text);
        }
        return values;
    }

    /** Cut before a character and not within one. */
    private static String shown(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }

    /** Whole numbers are written without a fraction, so that 7 and 7.0 from different sources are one value. */
    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (number == Math.rint(number) && Math.abs(number) < 1e15) {
                return Long.toString((long) number);
            }
        }
        return value == null ? null : value.toString();
    }

    static String excerpt(Object value) {
        String text = value.toString();
        return text.length() <= 40 ? "'" + text + "'" : "'" + text.substring(0, 40) + "...'";
    }
}
