package dev.twinwatch.engine.bundle;

import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.LearnedFrauds;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.engine.watch.Budget;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A trained model with everything that scoring needs, and where it comes from.
 *
 * @param version SHA-256 of the file, in hex
 * @param model what scores
 * @param alerting what it knows about other budgets
 * @param traffic what drift is measured against; empty where it is not known, as in bundles of earlier formats
 * @param provenance where it comes from
 * @param golden proof that the encoder computes what was trained
 */
public record Bundle(
        String version,
        EvidenceModel model,
        Alerting alerting,
        Optional<UsualTraffic> traffic,
        Provenance provenance,
        Golden golden) {
    private static final String BUDGET = "alerts.budget";

    /** What its limit comes from: the budget that it was given later, or the rule of its watch. */
    public AlertRule rule() {
        return Optional.ofNullable(provenance.hyperparameters().get(BUDGET))
                .flatMap(Budget::parse)
                .map(budget -> new AlertRule(budget, OptionalDouble.empty()))
                .orElse(model.layout().watch().alerts());
    }

    /**
     * The same bundle with the limit of another budget, as a file; its provenance names the budget.
     *
     * @param budget such as {@link Budget#EXAMPLES}
     * @throws IllegalArgumentException with the reason where it is none or the bundle does not know its limit
     */
    public byte[] withBudget(String budget) throws IOException {
        Budget parsed = Budget.parse(budget)
                .orElseThrow(() -> new IllegalArgumentException(
                        BUDGET + " is " + budget + ", expected for example " + Budget.EXAMPLES));
        EvidenceModel limited = limitedBy(new AlertRule(parsed, OptionalDouble.empty()));
        return BundleFile.write(limited, alerting, traffic, provenance.with(BUDGET, budget), golden);
    }

    /**
     * The model with the limit of another rule, without training.
     *
     * @throws IllegalArgumentException with the reason where the bundle does not know that limit
     */
    public EvidenceModel limitedBy(AlertRule rule) {
        double limit = alerting.limit(rule);
        Confidence confidence = model.confidence();
        boolean towardsZero =
                confidence.drawn() == Confidence.Drawn.BY_FACTOR && !confidence.isFull(confidence.least());
        if (limit < 0 && towardsZero && rule.limit().isEmpty()) {
            throw new IllegalArgumentException("alerts.budget needs a limit under 0, and evidence of entities with few"
                    + " references was made for one over it: train with this budget, or ask for fewer alerts");
        }
        return model.calibrated(model.fusion(), limit);
    }

    /** The same bundle with all its limits lower by this much, as a file; its provenance says so. */
    public byte[] loweredBy(double much) throws IOException {
        EvidenceModel lower = model.calibrated(model.fusion(), model.limit() - much);
        return BundleFile.write(
                lower,
                new Alerting(alerting.curve().lowerBy(much), alerting.rates()),
                provenance.with("alerts.loweredBy", String.valueOf(much)),
                golden);
    }

    /**
     * The same bundle that knows what labels taught of frauds, as a file; all else stays as it was trained.
     *
     * @param learned in place of what it knew before
     */
    public byte[] taughtBy(LearnedFrauds learned) throws IOException {
        return BundleFile.write(
                model.knowing(learned),
                alerting,
                provenance.with("from", version).with("learnedFrauds", String.valueOf(learned.size())),
                golden);
    }

    /** The first 12 digits, for people. */
    public String shortVersion() {
        return version.substring(0, 12);
    }

    /** Throws {@link BundleException} where the encoder differs from the trainer's network. */
    void checkGolden() {
        Scorer scorer = new Scorer(model);
        double worst = 0;
        for (int i = 0; i < golden.windows().size(); i++) {
            float[] expected = golden.embeddings().get(i);
            float[] actual = scorer.embed(golden.windows().get(i));
            if (expected.length != actual.length) {
                throw new BundleException("golden vector " + i + " has " + expected.length
                        + " values, the encoder makes " + actual.length + ": train again");
            }
            for (int d = 0; d < expected.length; d++) {
                worst = Math.max(worst, Math.abs((double) expected[d] - actual[d]));
            }
        }
        if (!(worst <= Golden.TOLERANCE)) {
            throw new BundleException("encoder differs from the trained network by " + worst + ", allowed are "
                    + Golden.TOLERANCE + ": the bundle was made by another release, train again");
        }
    }
}
