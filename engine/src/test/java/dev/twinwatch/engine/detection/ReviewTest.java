package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.watch.Rates;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of the events below the limit are offered for review. */
final class ReviewTest {
    private final TestEvents events = TestEvents.ofWatch("""
            watch: cards
            entity: who
            id: id
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """);

    @Test
    void theShareIsWhatADayAsksForOfTheEventsOfAUsualDay() {
        assertThat(Review.of(5, Optional.of(new Rates(1_000, 10)))).isEqualTo(new Review(0.005));
        assertThat(Review.of(5, Optional.of(new Rates(2, 1))))
                .as("no more than there are")
                .isEqualTo(new Review(1));
        assertThat(Review.of(0, Optional.of(new Rates(1_000, 10)))).isEqualTo(new Review(0));
        assertThat(Review.of(0, Optional.empty())).isEqualTo(new Review(0));
        assertThat(Review.of(7, Optional.empty())).as("days are not known").isEqualTo(new Review(0.001));
        assertThatThrownBy(() -> new Review(1.5)).hasMessage("the share of events for review is 1.5, expected 0 to 1");
    }

    @Test
    void aboutThatShareIsDrawn() {
        Review review = new Review(0.2);
        int drawn = 0;
        for (int i = 0; i < 10_000; i++) {
            drawn += review.draws(events.next("ana", "id", "e" + i, "amount", 0)) ? 1 : 0;
        }

        assertThat(drawn).as("2,000 and four standard deviations").isBetween(1_840, 2_160);
    }

    @Test
    void onlyWhatIsScoredBelowTheLimitIsOfferedAndKeptForFeedback() {
        InMemoryStates states = new InMemoryStates();
        Detector detector = new Detector(events.layout(), states, 4, KnownLabels.NONE, () -> new Review(1));
        Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
        Outcome last = new Outcome.Duplicate();
        for (int i = 1; i <= 12; i++) {
            last = detector.onEvent(scorer, events.next("ana", "id", "e" + i, "amount", 0));
        }
        Outcome flagged = last;
        for (int i = 13; i <= 14; i++) {
            flagged = detector.onEvent(scorer, events.next("ana", "id", "e" + i, "amount", 6));
        }

        assertThat(((Outcome.Scored) last).review()).isTrue();
        assertThat(states.kept("ana", "e12")).hasSize(1);
        assertThat(((Outcome.Scored) flagged).flagged()).isTrue();
        assertThat(((Outcome.Scored) flagged).review()).isFalse();
    }
}
