package dev.twinwatch.stream.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.stream.Purchases;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An event for review as one line. */
final class ReviewLineTest {
    private final ReviewLine line = new ReviewLine(Purchases.WATCH);

    @Test
    void itSaysWhatToTypeAboutIt() {
        assertThat(line.of(score("ana", "p-17")))
                .isEqualTo(
                        "2026-01-05 10:00:00 UTC  REVIEW    customer ana raised no alert (event p-17, score -3.2,"
                                + " limit 2.0)  was it? ./twinwatch feedback --event p-17 --entity ana --legitimate, or --fraud");
    }

    @Test
    void whatAShellWouldReadOtherwiseIsQuoted() {
        assertThat(line.of(score("O'Neill; rm", "p 1")))
                .contains("--event 'p 1' --entity 'O'\\''Neill; rm' --legitimate");
    }

    private static Score score(String entity, String event) {
        return Score.newBuilder()
                .setEntity(entity)
                .setEventId(event)
                .setEventTime(Instant.parse("2026-01-05T10:00:00Z"))
                .setOutcome(Outcome.SCORED)
                .setEvidence(-3.2)
                .setLimit(2.0)
                .setReview(true)
                .setSourceTopic("purchases")
                .setSourcePartition(0)
                .setSourceOffset(1)
                .build();
    }
}
