package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** References that stand still, on windows of four amounts. */
final class StandingTest {
    private final Customers customers = new Customers(Customers.WATCH);
    private final Scorer scorer = new Scorer(customers.comparingAmounts());

    @Test
    void theOlderHalfEnrolsAndTheNewerIsComparedWithItWithoutBeingLearned() {
        List<Event> events = amounts("ana", 16, 0);
        events.addAll(amounts("ana", 16, 6));

        List<Comparison> honest = new Standing(scorer, new EntityHistory("ana", events)).honest();

        assertThat(honest).hasSize(4).allMatch(comparison -> comparison.evidence() > 0);
        assertThat(honest.get(3))
                .as("seen three times before, and as new as ever")
                .isEqualTo(honest.get(0));
    }

    @Test
    void whatOthersDidIsComparedWithTheSameReferences() {
        Standing standing = new Standing(scorer, new EntityHistory("ana", amounts("ana", 32, 0)));
        List<Event> events = amounts("ana", 4, 0);
        events.addAll(amounts("ana", 8, 6));

        List<Comparison> taken = standing.taken(new Takeover("ana", "bob", events, 4, 12, List.of()));

        assertThat(taken).hasSize(2).allMatch(comparison -> comparison.evidence() > 0);
        assertThat(standing.honest()).hasSize(4).allMatch(comparison -> comparison.evidence() < 0);
    }

    @Test
    void lessThanHalfAWindowIsNotCompared() {
        Standing standing = new Standing(scorer, new EntityHistory("ana", amounts("ana", 32, 0)));

        assertThat(standing.taken(new Takeover("ana", "bob", amounts("ana", 5, 6), 0, 5, List.of())))
                .as("of five events four make a window, and one is left")
                .hasSize(1);
    }

    @Test
    void noWindowSpansAPauseLongerThanTheGap() {
        Customers pausing = new Customers(Customers.WATCH.replace("minimum: 2}", "minimum: 2, gap: 1h}"));
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            // after every third event two hours pass
            events.add(pausing.event("ana", i / 3L * 2 * Customers.HOUR + i, 0, "a", "s"));
        }

        List<Comparison> honest =
                new Standing(new Scorer(pausing.comparingAmounts()), new EntityHistory("ana", events)).honest();

        assertThat(honest).as("ten threes and a two, of which five enrol").hasSize(6);
    }

    @Test
    void aHistoryOfFewWindowsSaysNothing() {
        Standing standing = new Standing(scorer, new EntityHistory("ana", amounts("ana", 28, 0)));

        assertThat(standing.honest()).isEmpty();
        assertThat(standing.taken(new Takeover("ana", "bob", amounts("ana", 4, 6), 0, 4, List.of())))
                .isEmpty();
    }

    private List<Event> amounts(String who, int count, double amount) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> customers.event(who, i, amount, "a", "s"))
                .toList());
    }
}
