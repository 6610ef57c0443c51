package dev.twinwatch.bench.quality.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void trainingDaysAreBeforeTheDelayAndTestDaysAfterIt() {
        List<Transaction> all = List.of(
                on(114, 1, 0),
                on(115, 1, 0),
                on(121, 1, 0),
                on(122, 1, 0),
                on(129, 1, 0),
                on(135, 1, 0),
                on(136, 1, 0));

        Split split = Split.of(all);

        assertThat(split.train()).extracting(Transaction::day).containsExactly(115, 121);
        assertThat(split.test()).extracting(Transaction::day).containsExactly(129, 135);
    }

    @Test
    void aCardWithFraudInTrainingIsNotTested() {
        assertThat(Split.of(List.of(on(121, 1, 2), on(129, 1, 0), on(129, 2, 0)))
                        .test())
                .extracting(Transaction::customer)
                .containsExactly(2);
    }

    @Test
    void aFraudOfTheDelayIsKnownSevenDaysLater() {
        // Fraud on day 122 is known from test day 130 on, when frauds up to day 121 + 1 are.
        List<Transaction> all = List.of(on(122, 1, 3), on(129, 1, 3), on(130, 1, 3));

        assertThat(Split.of(all).test()).extracting(Transaction::day).containsExactly(129);
    }

    @Test
    void aFraudBeforeTrainingDoesNotCount() {
        assertThat(Split.of(List.of(on(114, 1, 1), on(129, 1, 0))).test()).hasSize(1);
    }

    private static Transaction on(int day, int customer, int scenario) {
        return new Transaction(0, "t", day * Transaction.DAY, customer, 1, 10, scenario);
    }
}
