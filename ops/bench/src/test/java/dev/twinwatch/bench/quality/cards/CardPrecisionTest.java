package dev.twinwatch.bench.quality.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CardPrecisionTest {
    @Test
    void cardsCountOncePerDayByTheirHighestScore() {
        List<Transaction> day =
                List.of(transaction(0, 7, 1), transaction(0, 7, 0), transaction(0, 8, 0), transaction(0, 9, 0));

        // Card 7 by its second transaction, then card 8: one of two is fraud.
        assertThat(CardPrecision.of(day, new double[] {.1, .9, .8, .2}, 2)).isEqualTo(.5);
    }

    @Test
    void aCardThatWasFoundLeavesTheDaysAfter() {
        List<Transaction> days = List.of(transaction(0, 7, 3), transaction(1, 7, 3), transaction(1, 8, 0));

        // Day 0 finds card 7; on day 1 only card 8 is left to look at.
        assertThat(CardPrecision.of(days, new double[] {.9, .9, .1}, 1)).isEqualTo(.5);
    }

    private static Transaction transaction(int day, int customer, int scenario) {
        return new Transaction(0, "t", day * Transaction.DAY, customer, 1, 10, scenario);
    }
}
