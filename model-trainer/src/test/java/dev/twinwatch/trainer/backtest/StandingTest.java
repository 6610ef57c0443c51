package dev.twinwatch.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.FraudCase;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bob's fraud at the bar, in second 4, was known in second 5 and written to the control topic in second 10. */
final class StandingTest {
    private static final long SECOND = 1_000_000;

    private final Layout layout = Layout.of(WatchFile.parse("watch.yaml", """
            watch: tests
            entity: user
            time: {field: at, unit: seconds}
            id: id
            features: [{name: bad-shop, field: shop, as: confirmed-fraud}]
            """));
    private final Kept<Control> control = new Kept<Control>().at(10, "fraud/e1", fraud());

    @Test
    void aFraudCaseIsToldFromWhenItWasWrittenAndNotFromWhenItWasKnown() {
        Standing standing = standing();

        standing.goTo(9 * SECOND);
        assertThat(fraudsAtTheBar(standing)).isZero();

        standing.goTo(10 * SECOND);
        assertThat(fraudsAtTheBar(standing)).isEqualTo((float) Math.log(2));
    }

    @Test
    void aMomentBeforeTheLastOneKnowsNothingOfWhatCameBetween() {
        Standing standing = standing();
        standing.goTo(10 * SECOND);

        standing.goTo(9 * SECOND);

        assertThat(fraudsAtTheBar(standing)).isZero();
    }

    @Test
    void aFraudCaseThatIsTakenBackIsToldNoLonger() {
        control.at(11, "fraud/e1", null);
        Standing standing = standing();

        standing.goTo(11 * SECOND);

        assertThat(fraudsAtTheBar(standing)).isZero();
    }

    private Standing standing() {
        return new Standing(
                layout, Optional.empty(), Optional.of(ControlHistory.read(layout, Optional.empty(), control)));
    }

    /** As an event of second 20 would be told. */
    private float fraudsAtTheBar(Standing standing) {
        return standing.labels()
                .confirmed(layout.watch().features().get(0), 0, Hash64.of("bar"), 20 * SECOND)
                .number();
    }

    private static Control fraud() {
        FraudCase told = FraudCase.newBuilder()
                .setCaseId("e1")
                .setEntity("bob")
                .setWindow(ByteBuffer.allocate(0))
                .setKnownAt(Instant.ofEpochSecond(5))
                .setEventTime(Instant.ofEpochSecond(4))
                .setValues(Map.of("shop", "bar"))
                .build();
        return new Control(Instant.ofEpochSecond(10), "eve", "", told);
    }
}
