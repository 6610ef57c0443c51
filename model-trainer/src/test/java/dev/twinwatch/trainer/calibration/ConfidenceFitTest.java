package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much evidence counts with few references, by customers who spend 0 but for some early events; the limit is 1. */
final class ConfidenceFitTest {
    private static final double BUDGET = 0.01;
    /** Under all evidence of the customers who spend 0: of n references log((1 + 4 / (4 n + 1)) / 5) / 2. */
    private static final double LIMIT_BELOW_ZERO = -0.9;

    private static final double OF_ONE_REFERENCE = Math.log(1.8 / 5) / 2;
    private static final double OF_SEVEN_REFERENCES = Math.log((1 + 4 / 29.0) / 5) / 2;

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

        assertThat(confidence.by(1)).isGreaterThan(0).isLessThan(1);
        assertThat(confidence.by(0)).isLessThanOrEqualTo(confidence.by(1));
        assertThat(confidence.by(ConfidenceFit.ENOUGH - 1)).isEqualTo(1);
    }

    @Test
    void fewEntitiesSayNothingOfFirstWindows() {
        assertThat(fit(customers, 19, event -> 0)).isEqualTo(Confidence.FROM_TWO_REFERENCES);
    }

    @Test
    void underALimitBelowZeroEvidenceIsShiftedToIt() {
        List<EntityHistory> histories = histories(customers, 24, event -> 0);

        Confidence confidence = ConfidenceFit.fit(customers.comparingAmounts(), LIMIT_BELOW_ZERO, histories, BUDGET);

        assertThat(confidence.least()).isZero();
        assertThat(confidence.drawn()).isEqualTo(Confidence.Drawn.BY_SHIFT);
        assertThat(confidence.by(1)).isCloseTo(LIMIT_BELOW_ZERO - OF_ONE_REFERENCE, within(.02));
        assertThat(confidence.by(0)).isLessThanOrEqualTo(confidence.by(1));
        assertThat(confidence.by(ConfidenceFit.ENOUGH - 1))
                .isCloseTo(LIMIT_BELOW_ZERO - OF_SEVEN_REFERENCES, within(.02));
    }

    @Test
    void underALimitBelowZeroNewcomersSpendTheSameBudgetAsThoseWhoAreKnown() {
        EvidenceModel model = customers.comparingAmounts();
        List<EntityHistory> seen = spread(1, 200);
        double often = 0.08;
        double limit = LimitFit.fit(ofKnown(inFull(model), seen), 4, often);
        assertThat(limit).isNegative();

        Confidence confidence = ConfidenceFit.fit(model, limit, seen, often);

        List<EntityHistory> unseen = spread(2, 200);
        double known = overLimit(ofKnown(inFull(model), unseen), limit);
        for (int references = 1; references < 4; references++) {
            double before = overLimit(of(references, inFull(model), unseen), limit);
            double shifted = overLimit(of(references, model.confident(confidence), unseen), limit);
            assertThat(before).as("in full with %d references", references).isGreaterThan(1.5 * known);
            assertThat(shifted).as("shifted with %d references", references).isBetween(known / 2, 1.25 * known);
        }
    }

    private static EvidenceModel inFull(EvidenceModel model) {
        return model.confident(Confidence.ofFactors(0, List.of()));
    }

    private static List<float[]> ofKnown(EvidenceModel model, List<EntityHistory> histories) {
        return trials(model, histories)
                .map(trial -> trial.evidenceFrom(ConfidenceFit.ENOUGH))
                .toList();
    }

    private static List<float[]> of(int references, EvidenceModel model, List<EntityHistory> histories) {
        return trials(model, histories).map(trial -> trial.evidence(references)).toList();
    }

    private static Stream<Trial> trials(EvidenceModel model, List<EntityHistory> histories) {
        Scorer scorer = new Scorer(model.calibrated(model.fusion(), Double.MAX_VALUE));
        return histories.stream().map(history -> Trial.run(scorer, history.newest(history.size())));
    }

    /** The share of the events. */
    private static double overLimit(List<float[]> evidence, double limit) {
        long over = 0;
        long all = 0;
        for (float[] values : evidence) {
            for (float value : values) {
                over += value > limit ? 1 : 0;
                all++;
            }
        }
        return over / (double) all;
    }

    /** Customers who spend around an amount of their own, as the model has it: variance 4 between them, 1 within. */
    private List<EntityHistory> spread(long seed, int people) {
        Random random = new Random(seed);
        return IntStream.range(0, people)
                .mapToObj(e -> {
                    double own = 2 * random.nextGaussian();
                    return new EntityHistory(
                            "c" + e, history(customers, "c" + e, event -> own + random.nextGaussian()));
                })
                .toList();
    }

    @Test
    void whereTheWatchGivesALimitBelowZeroEvidenceIsShiftedToo() {
        List<EntityHistory> histories = histories(customers, 24, event -> 0);
        EvidenceModel model = customers.comparingAmounts();

        Confidence confidence = ConfidenceFit.fit(model.calibrated(model.fusion(), -1), 1, histories, BUDGET);

        assertThat(confidence.drawn()).isEqualTo(Confidence.Drawn.BY_SHIFT);
        assertThat(confidence.byReferences())
                .as("all are under the limit of the budget")
                .containsOnly(0.0);
    }

    @Test
    void anUnseenNumberOfReferencesTakesNothingFromTheOthers() {
        List<EntityHistory> brief = IntStream.range(0, 24)
                .mapToObj(e -> new EntityHistory(
                        "c" + e, history(customers, "c" + e, event -> 0).subList(0, 8)))
                .toList();

        Confidence confidence = ConfidenceFit.fit(customers.comparingAmounts(), LIMIT_BELOW_ZERO, brief, BUDGET);

        assertThat(confidence.by(1)).isCloseTo(LIMIT_BELOW_ZERO - OF_ONE_REFERENCE, within(.02));
        assertThat(confidence.by(3)).isZero();
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
