package dev.twinwatch.engine.watch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways in which a field of an event becomes an input of the model. */
public enum FeatureKind {
    /** The value itself, scaled. */
    NUMBER(true, false),
    /** The difference from the previous event of the same sequence, scaled. */
    CHANGE(true, false),
    /** How many of this entity's own deviations from its own recency-weighted usual, clipped. */
    RELATIVE(true, false),
    /** One of many values, as a learned embedding. */
    CATEGORY(true, false),
    /** Whether this entity has had this value before, and how many events ago. */
    NOVELTY(true, false),
    /** The hour on a 24-hour circle; needs a time with a calendar. */
    TIME_OF_DAY(false, true),
    /** The day on a week's circle; needs a time with a calendar. */
    DAY_OF_WEEK(false, true),
    /** The pause since the previous event of the same sequence, on a logarithmic scale. */
    SINCE_PREVIOUS(false, false),
    /** Frauds that people confirmed for this value, whoever had it: how many, which share of all labels, how lately. */
    CONFIRMED_FRAUD(true, true);

    private final boolean needsField;
    private final boolean needsCalendar;

    FeatureKind(boolean needsField, boolean needsCalendar) {
        this.needsField = needsField;
        this.needsCalendar = needsCalendar;
    }

    /** Whether `field:` must be given. */
    public boolean needsField() {
        return needsField;
    }

    /** Whether the watch must name a time whose unit is not ordinal. */
    public boolean needsCalendar() {
        return needsCalendar;
    }

    /** As written after `as:` in a watch file. */
    public String yaml() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether encoders read it as a number of each event. */
    public boolean isNumeric() {
        return switch (this) {
            case NUMBER, CHANGE, SINCE_PREVIOUS, TIME_OF_DAY, DAY_OF_WEEK -> true;
            case CATEGORY, NOVELTY, RELATIVE, CONFIRMED_FRAUD -> false;
        };
    }

    /** Whether `scale:` says how its numbers are bent. */
    public boolean hasScale() {
        return this == NUMBER || this == CHANGE || this == RELATIVE;
    }

    /** Whether `buckets:` says how large its table is. */
    public boolean hasBuckets() {
        return this == CATEGORY;
    }

    /** Whether `within:` and `known-for:` say which frauds count. */
    public boolean hasPast() {
        return this == CONFIRMED_FRAUD;
    }

    static Optional<FeatureKind> of(String yaml) {
        return Arrays.stream(values()).filter(k -> k.yaml().equals(yaml)).findFirst();
    }

    static String choices() {
        return Arrays.stream(values()).map(FeatureKind::yaml).collect(Collectors.joining(", "));
    }
}
