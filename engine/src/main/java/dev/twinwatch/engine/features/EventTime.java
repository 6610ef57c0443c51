package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.TimeField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times of events as microseconds since 1970, or as positions. */
final class EventTime {
    private EventTime() {}

    static long parse(TimeField time, Object value) throws UnreadableValue {
        try {
            return switch (time.unit()) {
                case SECONDS -> scaled(value, 1_000_000);
                case MILLIS -> scaled(value, 1_000);
                case MICROS, ORDINAL -> scaled(value, 1);
                case ISO8601 -> iso(value.toString());
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            throw new UnreadableValue("field " + time.field() + " (the time) is " + EventReader.excerpt(value)
                    + ", expected " + expected(time.unit()));
        }
    }

    private static long scaled(Object value, long factor) {
        if (value instanceof Long || value instanceof Integer) {
            return Math.multiplyExact(((Number) value).longValue(), factor);
        }
        return new BigDecimal(value.toString())
                .multiply(BigDecimal.valueOf(factor))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static long iso(String text) {
        Instant instant;
        if (text.endsWith("Z")) {
            instant = Instant.parse(text);
        } else if (text.matches(".*[+-][0-9]{2}:?[0-9]{2}$") && text.contains("T")) {
            instant = OffsetDateTime.parse(text).toInstant();
        } else {
            instant = LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static String expected(TimeField.Unit unit) {
        return switch (unit) {
            case SECONDS -> "seconds since 1970";
            case MILLIS -> "milliseconds since 1970";
            case MICROS -> "microseconds since 1970";
            case ORDINAL -> "a whole number";
            case ISO8601 -> "a time such as 2026-01-31T12:00:00Z";
        };
    }
}
