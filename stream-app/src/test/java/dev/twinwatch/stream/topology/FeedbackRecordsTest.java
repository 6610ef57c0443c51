package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Label;
import dev.twinwatch.stream.Purchases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feedback that can be read and still means nothing is put aside, and what comes after it is heard. */
final class FeedbackRecordsTest {
    private StreamUnderTest stream;

    @BeforeEach
    void open(@TempDir Path folder) {
        stream = new StreamUnderTest(folder);
        stream.activate(Purchases.bundle(1), 1);
        stream.atHome("ana", 0, 12);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void anEventTimeInMicrosecondsIsPutAsideAndSaysTheUnit() {
        Instant microsAsMillis = Instant.ofEpochMilli(StreamUnderTest.START.toEpochMilli() * 1_000);

        stream.say(Label.FRAUD, "ana", null, "ana-5", microsAsMillis);

        assertThat(reason())
                .contains("event_time 1767607200000000")
                .contains("write milliseconds since 1970-01-01 UTC");
        assertTheNextIsHeard();
    }

    @Test
    void anEventTimeAtTheEndsOfTheNumberIsPutAside() {
        stream.say(Label.FRAUD, "ana", null, "ana-5", Instant.ofEpochMilli(Long.MIN_VALUE));
        assertThat(reason()).contains("event_time " + Long.MIN_VALUE);

        stream.say(Label.FRAUD, "ana", null, "ana-5", Instant.ofEpochMilli(Long.MAX_VALUE));
        assertThat(reason()).contains("event_time " + Long.MAX_VALUE);
    }

    @Test
    void withoutAnyIdItIsPutAside() {
        assertNamesNothing(null, null);
    }

    @Test
    void blankIdsAreNone() {
        assertNamesNothing("", " ");
    }

    @Test
    void aBlankAlertDoesNotHideTheEvent() {
        stream.say(Label.FRAUD, "ana", "", "ana-5", StreamUnderTest.START.plusSeconds(5 * 60));

        assertThat(stream.deadLetters.isEmpty()).isTrue();
        assertThat(stream.counted("twinwatch.feedback", "result", "taken_out")).isEqualTo(1);
    }

    private void assertNamesNothing(@Nullable String alertId, @Nullable String eventId) {
        stream.say(Label.FRAUD, "ana", alertId, eventId, StreamUnderTest.START);

        assertThat(reason()).contains("neither alert_id nor event_id");
        assertTheNextIsHeard();
    }

    private void assertTheNextIsHeard() {
        stream.say(Label.FRAUD, "ana", null, "ana-5", StreamUnderTest.START.plusSeconds(5 * 60));

        assertThat(stream.counted("twinwatch.feedback", "result", "taken_out")).isEqualTo(1);
    }

    private String reason() {
        TestRecord<byte[], byte[]> letter = stream.deadLetters.readRecord();
        return new String(letter.headers().lastHeader(DeadLetters.REASON).value(), StandardCharsets.UTF_8);
    }
}
