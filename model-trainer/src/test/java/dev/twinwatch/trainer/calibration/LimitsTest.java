package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LimitCurve;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How alternatives share a budget, by ratios that are the same for every window of ana and bob. */
final class LimitsTest {
    private final Customers customers = new Customers(Customers.WATCH);
    private final EvidenceModel model = customers.comparingAmounts();
    private final List<EntityHistory> histories = List.of(history("ana"), history("bob"));
    private final Limits limits =
            new Limits(customers.layout(), histories, new Rehearsal(customers.layout(), histories, List.of()), 1e-4);

    @Test
    void anAlternativeThatHonestBehaviourResemblesIsMadeLessLikelyUntilItSpendsNoMoreThanTheOther() {
        EvidenceModel even = limits.even(saying(model, -1, 3));

        assertThat(biases(even)).as("3 everywhere is 4 more than -1 everywhere").containsExactly(-1.0, -1.0);
        assertThat(biases(limits.even(saying(model, 3, -1)))).containsExactly(-1.0, -1.0);
    }

    @Test
    void fewStretchesSayNothingOfRareAlerts() {
        LimitCurve curve = limits.limited(model).curve();

        // two histories of ten windows of four: one alert in 1,000 events cannot be seen in them
        assertThat(LimitFit.limit(curve, 1e-3)).isCloseTo(LimitFit.bound(4, 1e-3), within(.01));
    }

    @Test
    void rareAlertsOfThoseWhoTaughtHaveNoLowerLimitThanBefore() {
        LimitCurve before = new LimitCurve(List.of(.1, 1e-9), List.of(50.0, 50.0));

        LimitCurve curve = limits.limitedOfTaught(before, model).curve();

        assertThat(LimitFit.limit(curve, 1e-3)).isEqualTo(50);
    }

    @Test
    void oneAlternativeHasTheWholeBudget() {
        assertThat(limits.even(model)).isSameAs(model);
    }

    /** With two alternatives whose ratios are the same for every window. */
    private static EvidenceModel saying(EvidenceModel model, double first, double second) {
        List<Double> zeros = Collections.nCopies(model.fusion().names().size(), 0.0);
        return model.calibrated(
                model.fusion()
                        .with(List.of(new Fusion.Alternative(first, zeros), new Fusion.Alternative(second, zeros))),
                Double.MAX_VALUE);
    }

    private static List<Double> biases(EvidenceModel model) {
        return model.fusion().alternatives().stream()
                .map(alternative -> Math.round(alternative.bias() * 100) / 100.0)
                .toList();
    }

    private EntityHistory history(String who) {
        List<Event> events = IntStream.range(0, 40)
                .mapToObj(i -> customers.event(who, i, 0, "a", "s"))
                .toList();
        return new EntityHistory(who, events);
    }
}
