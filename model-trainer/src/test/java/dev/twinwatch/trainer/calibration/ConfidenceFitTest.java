package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much evidence counts with few references, by customers who spend 0 but for some early events; the limit is 1. */
final class ConfidenceFitTest {
    private static final double BUDGET = 0.01;

    private final Customers customers = new Customers(Customers.WATCH);

    @Test
    void whereFirstWindowsAreAsQuietAsLaterOnesEvidenceCountsInFullFromTheStart() {
        Confidence confidence = fit(customers, 24, event -> 0);

        assertThat(confidence.least()).isZero();
        assertThat(confidence.byReferences()).hasSize(ConfidenceFit.ENOUGH).containsOnly(1.0);
    }

    @Test
    void whereSecondWindowsStrayEvidenceOfOneReferenceCountsForLess() {
        Confidence confidence = fit(customers, 24, event -> event >= 4 && event < 8 ? 6 : 0);

        assertThat(confidence.of(1)).isGreaterThan(0).isLessThan(1);
        assertThat(confidence.of(0)).isLessThanOrEqualTo(confidence.of(1));
        assertThat(confidence.of(ConfidenceFit.ENOUGH - 1)).isEqualTo(1);
    }

    @Test
    void fewEntitiesSayNothingOfFirstWindows() {
        assertThat(fit(customers, 19, event -> 0)).isEqualTo(Confidence.FROM_TWO_REFERENCES);
    }

    @Test
    void underALimitBelowZeroEvidenceCountsInFullOnceItIsJudged() {
        List<EntityHistory> histories = histories(customers, 24, event -> 0);

        assertThat(ConfidenceFit.fit(customers.comparingAmounts(), -.5, histories, BUDGET))
                .isEqualTo(Confidence.FROM_TWO_REFERENCES);
    }

    @Test
    void aPlainDistanceNeedsTwoReferences() {
        Customers plain = new Customers(Customers.WATCH + "compare: cosine\n");
        List<EntityHistory> histories = histories(plain, 24, event -> 0);
        EvidenceModel model = plain.measuringDistance();

        assertThat(ConfidenceFit.fit(model, 1, histories, BUDGET).least()).isEqualTo(2);
    }

    private static Confidence fit(Customers customers, int entities, IntToDoubleFunction amounts) {
        return ConfidenceFit.fit(customers.comparingAmounts(), 1, histories(customers, entities, amounts), BUDGET);
    }

    private static List<EntityHistory> histories(Customers customers, int entities, IntToDoubleFunction amounts) {
        return IntStream.range(0, entities)
                .mapToObj(e -> new EntityHistory("c" + e, history(customers, "c" + e, amounts)))
                .toList();
    }

    private static List<Event> history(Customers customers, String who, IntToDoubleFunction amounts) {
        return IntStream.range(0, 48)
                .mapToObj(i -> customers.event(who, i * Customers.HOUR, amounts.applyAsDouble(i), "a", "s"))
                .toList();
    }
}
