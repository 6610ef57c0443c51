package dev.twinwatch.sandbox.demo.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LedgerTest {
    private final Ledger ledger = new Ledger(1);

    @Test
    void eventOfAnEarlierRunIsAwaitedAndSaysNothingAboutLatency() throws InterruptedException {
        ledger.sentEarlier("e1");
        ledger.sentEarlier("e2");
        Thread reader = new Thread(() -> {
            ledger.outcome(scored("e1"));
            ledger.outcome(scored("e2"));
        });

        reader.start();
        ledger.awaitAll();

        assertThat(ledger.outcomes()).isEqualTo(Map.of(Outcome.SCORED, 2L));
        assertThat(ledger.latencyMillis(99)).isZero();
    }

    @Test
    void eventOfThisRunCountsForLatency() throws InterruptedException {
        ledger.sending("e1");

        ledger.outcome(scored("e1"));
        ledger.awaitAll();

        assertThat(ledger.judged()).isEqualTo(1);
        assertThat(ledger.latencyMillis(99)).isPositive();
    }

    @Test
    void secondOutcomeOfAnEventFailsTheDemo() throws InterruptedException {
        ledger.sending("e1");
        ledger.outcome(scored("e1"));
        ledger.outcome(scored("e1"));

        assertThatThrownBy(ledger::awaitAll).hasMessageContaining("event e1 has an outcome (SCORED)");
    }

    private static Score scored(String eventId) {
        return Score.newBuilder()
                .setEventId(eventId)
                .setEntity("ana")
                .setOutcome(Outcome.SCORED)
                .setSourceTopic("events")
                .setSourcePartition(0)
                .setSourceOffset(0)
                .build();
    }
}
