package dev.twinwatch.bench.quality.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private static final int HOUR = 3_600;

    @Test
    void customersAreCountedWithTheTransactionItself() {
        double[][] rows =
                Aggregates.of(List.of(at(0, 0, 5, 10, 0), at(1, 20 * HOUR, 5, 30, 0), at(2, 30 * HOUR, 5, 50, 0)));

        // Within a day before 30:00 lie 20:00 and itself.
        assertThat(rows[2][3]).isEqualTo(2);
        assertThat(rows[2][4]).isEqualTo(40);
        assertThat(rows[2][5]).isEqualTo(3);
        assertThat(rows[2][6]).isEqualTo(30);
    }

    @Test
    void theFirstDayIsASundayAndNightEndsAtSeven() {
        double[][] rows = Aggregates.of(List.of(at(0, 6 * HOUR + HOUR - 1, 5, 10, 0), at(1, 31 * HOUR, 5, 10, 0)));

        assertThat(rows[0]).startsWith(10, 1, 1);
        assertThat(rows[1]).startsWith(10, 0, 0);
    }

    @Test
    void aFraudRaisesTheRiskOfItsTerminalOnlyOnceItIsKnown() {
        int soon = 6 * Transaction.DAY;
        int later = 7 * Transaction.DAY + HOUR;
        double[][] rows = Aggregates.of(List.of(at(0, 0, 5, 10, 2), at(1, soon, 6, 10, 0), at(2, later, 6, 10, 0)));

        assertThat(rows[1][12]).isZero();
        // One known transaction at this terminal in the day before, and it was fraud.
        assertThat(rows[2][9]).isEqualTo(1);
        assertThat(rows[2][12]).isEqualTo(1);
    }

    @Test
    void confirmedFraudsOfATerminalAreCountedFromTheSeventhDayOn() {
        int soon = 6 * Transaction.DAY;
        int later = 7 * Transaction.DAY;
        double[][] rows =
                ConfirmedFrauds.of(List.of(at(0, 0, 5, 10, 2), at(1, soon, 6, 10, 0), at(2, later, 6, 10, 0)));

        assertThat(rows[1]).containsOnly(0);
        assertThat(rows[2][4]).isEqualTo(1);
    }

    private static Transaction at(int number, int time, int customer, double amount, int scenario) {
        return new Transaction(number, "t" + number, time, customer, 1, amount, scenario);
    }
}
