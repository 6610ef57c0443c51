package dev.twinwatch.stream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The events about which people are asked. */
final class ReviewsTest {
    private final Reviews reviews = new Reviews(2);

    @Test
    void theNewestAreKeptEachOnce() {
        reviews.take(score("ana", "p-1"));
        reviews.take(score("ana", "p-2"));
        reviews.take(score("ana", "p-2"));
        reviews.take(score("ben", "p-3"));

        assertThat(reviews.newest())
                .containsExactly(
                        new Reviews.Row("p-3", "ben", 5_000L, -1, 2), new Reviews.Row("p-2", "ana", 5_000L, -1, 2));
    }

    @Test
    void whatSomebodySpokeOfIsNoLongerAskedAbout() {
        reviews.take(score("ana", "1"));
        reviews.take(score("ben", "1"));

        reviews.take(new Feedback("ana", null, "1", null, Instant.EPOCH, Label.LEGITIMATE, "eve", null, null));

        assertThat(reviews.newest()).extracting(Reviews.Row::entity).containsExactly("ben");
    }

    private static Score score(String entity, String event) {
        return Score.newBuilder()
                .setEntity(entity)
                .setEventId(event)
                .setEventTime(Instant.ofEpochSecond(5))
                .setOutcome(Outcome.SCORED)
                .setEvidence(-1.0)
                .setLimit(2.0)
                .setReview(true)
                .setSourceTopic("purchases")
                .setSourcePartition(0)
                .setSourceOffset(1)
                .build();
    }
}
