package dev.twinwatch.trainer.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.trainer.retraining.Figures.Caught;
import org.junit.jupiter.api.Test;

final class GatesTest {
    private static final Figures LIVE = figures(80, 40, 10);

    private final Gates gates = new Gates(.05, 1.5);

    @Test
    void aCandidateThatIsAsGoodPasses() {
        assertThat(gates.refusal(LIVE, LIVE)).isEmpty();
    }

    @Test
    void fiveOfAHundredLabelledTakeoversMayBeLostAndSixMayNot() {
        assertThat(gates.refusal(figures(75, 40, 10), LIVE)).isEmpty();
        assertThat(gates.refusal(figures(74, 40, 10), LIVE))
                .hasValue("of 100 labelled takeovers it catches 74, the live model 80:"
                        + " retraining.gates.most-recall-lost is 0.05");
    }

    @Test
    void simulatedTakeoversCountLikeLabelledOnes() {
        assertThat(gates.refusal(figures(80, 34, 10), LIVE)).get().asString().startsWith("of 100 simulated takeovers");
    }

    @Test
    void halfAsManyAlertsMoreAreAllowedAndNoMore() {
        assertThat(gates.refusal(figures(80, 40, 15), LIVE)).isEmpty();
        assertThat(gates.refusal(figures(80, 40, 16), LIVE))
                .get()
                .asString()
                .startsWith(
                        "of 32 alerts that no label calls fraud 16.0 are false by what labels say of others, of the live"
                                + " model's 10.0");
    }

    @Test
    void fiveAlertsAreNeverTooManyAndTheBudgetMayAlwaysBeSpent() {
        Figures quiet = figures(80, 40, 0);
        assertThat(gates.refusal(figures(80, 40, 5), quiet)).isEmpty();
        assertThat(gates.refusal(figures(80, 40, 6), quiet)).isPresent();

        Figures within = new Figures(new Caught(100, 80), new Caught(100, 40), 100, 30, 30, 20);
        assertThat(gates.refusal(within, quiet)).isEmpty();
    }

    @Test
    void twiceAsManyAlertsMayBeRightAndMoreAreTooManyToLookAt() {
        Figures live = new Figures(new Caught(100, 80), new Caught(100, 40), 20, 0, 0, 0);
        Figures twice = new Figures(new Caught(100, 80), new Caught(100, 40), 40, 20, 1, 0);
        Figures more = new Figures(new Caught(100, 80), new Caught(100, 40), 41, 21, 1, 0);

        assertThat(gates.refusal(twice, live)).isEmpty();
        assertThat(gates.refusal(more, live)).get().asString().startsWith("it raises 41 alerts, the live model 20");
    }

    @Test
    void whereNothingIsLabelledNothingCanBeLost() {
        Figures none = new Figures(Caught.NONE, Caught.NONE, 10, 10, 10, 0);

        assertThat(gates.refusal(none, none)).isEmpty();
    }

    @Test
    void nonsenseIsRefusedWithTheRange() {
        assertThatThrownBy(() -> new Gates(1.1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gates.most-recall-lost is 1.1, expected 0 to 1: write for example 0.05");
        assertThatThrownBy(() -> new Gates(0, -1)).hasMessageContaining("gates.most-false-alerts is -1.0");
    }

    private static Figures figures(long labelled, long simulated, long falseAlerts) {
        return new Figures(new Caught(100, labelled), new Caught(100, simulated), 100, 2 * falseAlerts, falseAlerts, 0);
    }
}
