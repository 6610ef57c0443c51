package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.TimeField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times of events as microseconds since 1970, or as positions. */
final class EventTime {
    private static final int MOST_DIGITS = 400;
    private static final Pattern ZONE = Pattern.compile("T.*[+-][0-9]{2}(:?[0-9]{2})?$");
    /** Zones +02:00, +0200 and +02 are all written by somebody. */
    private static final DateTimeFormatter WITH_ZONE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private EventTime() {}

    static long parse(TimeField time, Object value) throws UnreadableValue {
        try {
            return switch (time.unit()) {
                case SECONDS -> scaled(value, 1_000_000);
                case MILLIS -> scaled(value, 1_000);
                case MICROS -> scaled(value, 1);
                case ORDINAL -> decimal(value).longValueExact();
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
        return decimal(value)
                .multiply(BigDecimal.valueOf(factor))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** A number such as 1e999999999 is short to write, but has as many digits as would fill the memory: refused first. */
    private static BigDecimal decimal(Object value) {
        String text = value.toString();
        BigDecimal number = text.length() <= MOST_DIGITS ? new BigDecimal(text) : BigDecimal.ZERO;
        if (text.length() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new ArithmeticException("more digits than any time has");
        }
        return number;
    }

    private static long iso(String text) {
        Instant instant;
        String joined = text.replace(' ', 'T');
        if (joined.endsWith("Z")) {
            instant = Instant.parse(joined);
        } else if (ZONE.matcher(joined).find()) {
            instant = OffsetDateTime.parse(joined, WITH_ZONE).toInstant();
        } else {
            instant = LocalDateTime.parse(joined).toInstant(ZoneOffset.UTC);
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
