package dev.twinwatch.engine.watch;

/** Where an event says when it happened, and in which unit. */
public record TimeField(String field, Unit unit) {
    /** Units of a time field. */
    public enum Unit {
        /** Seconds since 1970, fractions allowed. */
        SECONDS,
        /** Milliseconds since 1970. */
        MILLIS,
        /** Microseconds since 1970. */
        MICROS,
        /** Text such as 2026-01-31T12:00:00Z. */
        ISO8601,
        /** A running number without a calendar: durations are numbers of positions. */
        ORDINAL
    }
}
