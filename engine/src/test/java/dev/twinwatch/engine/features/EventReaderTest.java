package dev.twinwatch.engine.features;

import static dev.twinwatch.engine.TestEvents.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a record of the user's becomes an event, and when it becomes none. */
final class EventReaderTest {
    private static final Origin ORIGIN = new Origin("cards", 3, 77, false);
    private static final String WATCH = """
            watch: cards
            entity: who
            features:
              - {name: amount, field: amount, as: number}
              - {name: place, field: terminal, as: category}
            """;

    @Test
    void theFieldsThatTheWatchNamesAreRead() {
        Event event = read(WATCH, "who", "ana", "amount", 12.5, "terminal", "t-1", "note", "left out");

        assertThat(event.entity()).isEqualTo("ana");
        assertThat(event.number(0)).isEqualTo(12.5f);
        assertThat(event.category(0)).isEqualTo(Hash64.of("t-1"));
        assertThat(event.origin()).isEqualTo(ORIGIN);
        assertThat(event.time()).isZero();
        assertThat(event.sequence()).isZero();
    }

    @Test
    void theTextOfAValueIsKeptOnlyWhereItMayBeNew() {
        String watch = WATCH + "  - {name: new-shop, field: shop, as: novelty}\n";

        Event event = read(watch, "who", "ana", "terminal", "t-1", "shop", 7.0);

        assertThat(event.text(0)).as("of the terminal").isEmpty();
        assertThat(event.text(1)).isEqualTo("7");
    }

    @Test
    void aLongTextIsCutBeforeACharacter() {
        String watch = WATCH + "  - {name: new-shop, field: shop, as: novelty}\n";

        assertThat(read(watch, "who", "ana", "shop", "x".repeat(40)).text(1)).isEqualTo("x".repeat(40));
        assertThat(read(watch, "who", "ana", "shop", "x".repeat(41)).text(1)).isEqualTo("x".repeat(39) + "\u2026");
        assertThat(read(watch, "who", "ana", "shop", "x".repeat(38) + "\ud83d\ude00xx")
                        .text(1))
                .isEqualTo("x".repeat(38) + "\u2026");
    }

    @Test
    void withoutAFieldForItTheIdIsTheOrigin() {
        assertThat(read(WATCH, "who", "ana").id()).isEqualTo("cards-3-77");
    }

    @Test
    void theIdIsReadWhereTheWatchNamesIt() {
        assertThat(read(WATCH + "id: tx", "who", "ana", "tx", 991L).id()).isEqualTo("991");
    }

    @Test
    void aRecordWithoutItsIdIsUnreadable() {
        assertThat(reasonFor(WATCH + "id: tx", "who", "ana")).isEqualTo("field tx (the id) is missing");
    }

    @Test
    void anIdThatStateCannotHoldIsUnreadable() {
        assertThat(read(WATCH + "id: tx", "who", "ana", "tx", "x".repeat(512)).id())
                .hasSize(512);
        assertThat(reasonFor(WATCH + "id: tx", "who", "ana", "tx", "x".repeat(513)))
                .isEqualTo("field tx (the id) is blank or longer than 512 characters");
    }

    @Test
    void anEntityMustBeThereAndShort() {
        assertThat(reasonFor(WATCH, "amount", 1)).isEqualTo("field who (the entity) is missing");
        assertThat(reasonFor(WATCH, "who", "  "))
                .isEqualTo("field who (the entity) is blank or longer than 512 characters");
        assertThat(reasonFor(WATCH, "who", "x".repeat(513)))
                .isEqualTo("field who (the entity) is blank or longer than 512 characters");
        assertThat(read(WATCH, "who", "x".repeat(512)).entity()).hasSize(512);
    }

    @Test
    void aMissingValueIsNeitherZeroNorAMistake() {
        Event event = read(WATCH, "who", "ana", "amount", null, "terminal", "");

        assertThat(event.number(0)).isNaN();
        assertThat(event.category(0)).isZero();
        assertThat(read(WATCH, "who", "ana", "amount", " ").number(0)).isNaN();
    }

    @Test
    void aNumberMayBeTextOrAFlag() {
        assertThat(read(WATCH, "who", "ana", "amount", "12.5").number(0)).isEqualTo(12.5f);
        assertThat(read(WATCH, "who", "ana", "amount", true).number(0)).isEqualTo(1f);
        assertThat(read(WATCH, "who", "ana", "amount", 7L).number(0)).isEqualTo(7f);
    }

    @Test
    void aNumberThatIsNoneIsUnreadable() {
        assertThat(reasonFor(WATCH, "who", "ana", "amount", "twelve"))
                .isEqualTo("field amount is 'twelve', expected a number");
        assertThat(reasonFor(WATCH, "who", "ana", "amount", Double.NaN))
                .isEqualTo("field amount is NaN, expected a finite number");
        assertThat(reasonFor(WATCH, "who", "ana", "amount", "Infinity"))
                .isEqualTo("field amount is Infinity, expected a finite number");
    }

    @Test
    void aLongValueIsQuotedInPart() {
        assertThat(reasonFor(WATCH, "who", "ana", "amount", "x".repeat(41)))
                .isEqualTo("field amount is '" + "x".repeat(40) + "...', expected a number");
    }

    @Test
    void aNumberBeyondAFloatIsTheLargestFloat() {
        assertThat(read(WATCH, "who", "ana", "amount", 1e300).number(0)).isEqualTo(Float.MAX_VALUE);
        assertThat(read(WATCH, "who", "ana", "amount", -1e300).number(0)).isEqualTo(-Float.MAX_VALUE);
    }

    @Test
    void aWholeNumberIsTheSameCategoryInEachSource() {
        long seven = Hash64.of("7");

        assertThat(read(WATCH, "who", "ana", "terminal", "7").category(0)).isEqualTo(seven);
        assertThat(read(WATCH, "who", "ana", "terminal", 7).category(0)).isEqualTo(seven);
        assertThat(read(WATCH, "who", "ana", "terminal", 7.0).category(0)).isEqualTo(seven);
        assertThat(read(WATCH, "who", "ana", "terminal", 7f).category(0)).isEqualTo(seven);
        assertThat(read(WATCH, "who", "ana", "terminal", 7.5).category(0)).isEqualTo(Hash64.of("7.5"));
        assertThat(read(WATCH, "who", 7.0).entity()).isEqualTo("7");
    }

    @Test
    void aSequenceIsTheHashOfItsField() {
        String sessions = WATCH + "sequence: {length: 8, by: session}";

        assertThat(read(sessions, "who", "ana", "session", "s1").sequence()).isEqualTo(Hash64.of("s1"));
        assertThat(reasonFor(sessions, "who", "ana")).isEqualTo("field session (sequence by) is missing");
    }

    @Test
    void timesAreMicrosecondsWhateverTheirUnit() {
        assertThat(timeOf("seconds", 12)).isEqualTo(12_000_000L);
        assertThat(timeOf("seconds", 12.25)).isEqualTo(12_250_000L);
        assertThat(timeOf("seconds", "1700000000.123456")).isEqualTo(1_700_000_000_123_456L);
        assertThat(timeOf("millis", 1_700_000_000_123L)).isEqualTo(1_700_000_000_123_000L);
        assertThat(timeOf("micros", 5L)).isEqualTo(5L);
        assertThat(timeOf("seconds", -1)).isEqualTo(-1_000_000L);
    }

    @Test
    void anOrdinalIsTakenAsItIs() {
        assertThat(timeOf("ordinal", 42)).isEqualTo(42L);
        assertThat(timeOf("ordinal", "42")).isEqualTo(42L);
        assertThat(timeOf("ordinal", 42.0)).isEqualTo(42L);
        assertThat(timeReason("ordinal", 1.5)).isEqualTo("field at (the time) is '1.5', expected a whole number");
    }

    @Test
    void anIsoTimeMayHaveAZone() {
        long noon = 1_769_860_800_000_000L;

        assertThat(timeOf("iso8601", "2026-01-31T12:00:00Z")).isEqualTo(noon);
        assertThat(timeOf("iso8601", "2026-01-31 12:00:00Z")).isEqualTo(noon);
        assertThat(timeOf("iso8601", "2026-01-31T14:00:00+02:00")).isEqualTo(noon);
        assertThat(timeOf("iso8601", "2026-01-31T14:00:00+0200")).isEqualTo(noon);
        assertThat(timeOf("iso8601", "2026-01-31 14:00:00+02")).isEqualTo(noon);
        assertThat(timeOf("iso8601", "2026-01-31T07:30:00.000001-04:30")).isEqualTo(noon + 1);
    }

    @Test
    void anIsoTimeWithoutAZoneIsUniversalTime() {
        assertThat(timeOf("iso8601", "2026-01-31T12:00:00")).isEqualTo(1_769_860_800_000_000L);
        assertThat(timeOf("iso8601", "2026-01-31 12:00:00.5")).isEqualTo(1_769_860_800_500_000L);
    }

    @Test
    void aTimeThatIsNoneIsUnreadable() {
        assertThat(timeReason("seconds", null)).isEqualTo("field at (the time) is missing");
        assertThat(timeReason("seconds", "noon"))
                .isEqualTo("field at (the time) is 'noon', expected seconds since 1970");
        assertThat(timeReason("millis", Double.NaN))
                .isEqualTo("field at (the time) is 'NaN', expected milliseconds since 1970");
        assertThat(timeReason("micros", true))
                .isEqualTo("field at (the time) is 'true', expected microseconds since 1970");
        assertThat(timeReason("iso8601", "31.1.2026"))
                .isEqualTo("field at (the time) is '31.1.2026', expected a time such as 2026-01-31T12:00:00Z");
    }

    @Test
    void aTimeOutOfRangeIsUnreadable() {
        assertThat(timeReason("seconds", Long.MAX_VALUE))
                .isEqualTo("field at (the time) is '9223372036854775807', expected seconds since 1970");
    }

    /** Writing them out takes tens of seconds and a gigabyte. */
    @Test
    @Timeout(10)
    void aTimeWithABillionDigitsIsRefusedBeforeTheyAreWrittenOut() {
        assertThat(timeReason("seconds", "1e999999999"))
                .isEqualTo("field at (the time) is '1e999999999', expected seconds since 1970");
        assertThat(timeReason("ordinal", "1e-999999999"))
                .isEqualTo("field at (the time) is '1e-999999999', expected a whole number");
        assertThat(timeReason("seconds", "1".repeat(1_000_000)))
                .isEqualTo("field at (the time) is '" + "1".repeat(40) + "...', expected seconds since 1970");
    }

    @Test
    void halfASurrogatePairIsUnreadableSinceUtf8CannotHoldIt() {
        String words = ", expected text that UTF-8 can hold";
        assertThat(reasonFor(WATCH, "who", "an\ud83d"))
                .isEqualTo("field who (the entity) has half a surrogate pair at character 3" + words);
        assertThat(reasonFor(WATCH, "who", "\ude00\ud83d"))
                .isEqualTo("field who (the entity) has half a surrogate pair at character 1" + words);
        assertThat(reasonFor(WATCH + "id: tx", "who", "ana", "tx", "\ud83d\ude00\ud83dx"))
                .isEqualTo("field tx (the id) has half a surrogate pair at character 3" + words);
    }

    @Test
    void aWholeSurrogatePairIsText() {
        assertThat(read(WATCH, "who", "ana \ud83d\ude00").entity()).isEqualTo("ana \ud83d\ude00");
    }

    @Test
    void aRecordWhoseFieldIsNoSingleValueIsUnreadable() {
        Fields record = path -> {
            throw new IllegalArgumentException("path `" + path + "` ends at a list");
        };

        Reading reading = new EventReader(TestEvents.layoutOf(WATCH)).read(record, ORIGIN);

        assertThat(reading).isEqualTo(new Reading.Unreadable("path `who` ends at a list"));
    }

    private static long timeOf(String unit, Object value) {
        return read(timed(unit), "who", "ana", "at", value).time();
    }

    private static String timeReason(String unit, @Nullable Object value) {
        return reasonFor(timed(unit), "who", "ana", "at", value);
    }

    private static String timed(String unit) {
        return WATCH + "time: {field: at, unit: " + unit + "}";
    }

    private static Event read(String watch, @Nullable Object... fields) {
        Reading reading = reading(watch, fields);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).event();
    }

    private static String reasonFor(String watch, @Nullable Object... fields) {
        Reading reading = reading(watch, fields);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).reason();
    }

    private static Reading reading(String watch, @Nullable Object... fields) {
        return new EventReader(TestEvents.layoutOf(watch)).read(record(fields), ORIGIN);
    }
}
