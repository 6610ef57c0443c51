package dev.twinwatch.stream.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.stream.feedback.ScoredEvents.Found;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which events labels name, where the scores must tell. */
final class ScoredEventsTest {
    private final ScoredEvents scored = new ScoredEvents();

    @Test
    void anIdAloneIsFoundWithItsEntityAndTime() {
        LabelRow row = named(null, "p-1");
        scored.want(row);

        take("ana", "p-1", 5);
        take("ben", "p-2", 6);

        assertThat(scored.of(row)).containsExactly(new Found("ana", "p-1", Instant.ofEpochSecond(5)));
        assertThatThrownBy(() -> scored.of(named(null, "p-2")))
                .as("which nobody wanted")
                .hasMessageStartingWith("names event p-2, which is not on the topic of scores: ");
    }

    @Test
    void anIdThatTwoEntitiesHaveNeedsOne() {
        LabelRow row = named(null, "1");
        scored.want(row);
        take("ben", "1", 5);
        take("ana", "1", 6);
        take("ana", "1", 7);

        assertThatThrownBy(() -> scored.of(row))
                .hasMessage("names event 1, which ana and ben have: say in a column entity whose it is");
        assertThat(scored.of(named("ana", "1")))
                .as("of which the newest counts")
                .containsExactly(new Found("ana", "1", Instant.ofEpochSecond(7)));
    }

    @Test
    void aTimeNamesTheEventsOfItsEntityFromItsFirstToItsLastMoment() {
        LabelRow row = new LabelRow("ana", null, 5_000_000, 7_000_000, Label.FRAUD, null, null, Map.of());
        scored.want(row);
        for (int second = 4; second <= 8; second++) {
            take("ana", "a-" + second, second);
            take("ben", "b-" + second, second);
        }

        assertThat(scored.of(row)).extracting(Found::id).containsExactly("a-5", "a-6", "a-7");
    }

    @Test
    void aTimeWithoutEventsOrWithTooManyIsToldSo() {
        LabelRow none = new LabelRow("zoe", null, 0, 1, Label.FRAUD, null, null, Map.of());
        LabelRow all = new LabelRow("ana", null, 0, Long.MAX_VALUE, Label.FRAUD, null, null, Map.of());
        scored.want(none);
        scored.want(all);
        for (int i = 0; i <= ScoredEvents.MOST_IN_A_TIME; i++) {
            take("ana", "a-" + i, i);
        }

        assertThatThrownBy(() -> scored.of(none)).hasMessageContaining("zoe has no event on the topic of scores");
        assertThatThrownBy(() -> scored.of(all)).hasMessageContaining("ana has more than 10000 events: split it");
    }

    @Test
    void anEventThatWasReadTwiceIsOne() {
        LabelRow row = new LabelRow("ana", null, 0, 9_000_000, Label.FRAUD, null, null, Map.of());
        scored.want(row);
        take("ana", "p-1", 5);
        scored.take(score("ana", "p-1", 5, Outcome.DUPLICATE));

        assertThat(scored.of(row)).hasSize(1);
    }

    private static LabelRow named(@Nullable String entity, String id) {
        return new LabelRow(entity, id, 0, 0, Label.FRAUD, null, null, Map.of());
    }

    private void take(String entity, String id, int second) {
        scored.take(score(entity, id, second, Outcome.SCORED));
    }

    private static Score score(String entity, String id, int second, Outcome outcome) {
        return Score.newBuilder()
                .setEntity(entity)
                .setEventId(id)
                .setEventTime(Instant.ofEpochSecond(second))
                .setOutcome(outcome)
                .setSourceTopic("purchases")
                .setSourcePartition(0)
                .setSourceOffset(second)
                .build();
    }
}
