package dev.twinwatch.trainer.retraining;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.trainer.app.OwnEvents;
import dev.twinwatch.trainer.backtest.AlertStory;
import dev.twinwatch.trainer.backtest.Backtest;
import dev.twinwatch.trainer.backtest.BacktestResult;
import dev.twinwatch.trainer.backtest.Contestant;
import dev.twinwatch.trainer.backtest.Finding;
import dev.twinwatch.trainer.backtest.Summary;
import dev.twinwatch.trainer.backtest.Takeover;
import dev.twinwatch.trainer.calibration.Challenge;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.Label;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Puts models to the same events after the cut and to the same simulated takeovers of the entities that were held back. */
final class Contest implements AutoCloseable {
    private static final int THREADS = 2;

    private final Material material;
    private final List<Label> labels;
    private final EventSource before;
    private final EventSource after;
    private final History history;
    private final Optional<Challenge> challenge;

    /**
     * A contest on one history.
     *
     * @param heldBack entities from which the candidate does not learn
     */
    Contest(Material material, Survey survey, Predicate<Event> heldBack, long seed) {
        Layout layout = material.layout();
        this.material = material;
        this.labels = survey.labels();
        // Frauds are no references of those against whom they were committed, as feedback takes them out in the
        // service.
        this.before = new Period(
                material.events(), layout, survey.from(), survey.cut(), () -> new OwnEvents(layout, survey.labels()));
        this.after = new Period(material.events(), layout, survey.cut(), Long.MAX_VALUE, () -> event -> true);
        this.history = read(material, survey, heldBack);
        this.challenge = challenge(seed);
    }

    private static History read(Material material, Survey survey, Predicate<Event> heldBack) {
        Layout layout = material.layout();
        EventSource theirs = new Period(material.events(), layout, survey.from(), survey.cut(), () -> heldBack);
        return HistoryReader.read(theirs, layout, new OwnEvents(layout, survey.labels()), RejectListener.NOBODY);
    }

    private Optional<Challenge> challenge(long seed) {
        return history.entities().size() < Challenge.LEAST_ENTITIES
                ? Optional.empty()
                : Optional.of(new Challenge(material.layout(), history.entities(), seed));
    }

    @Override
    public void close() {
        history.close();
    }

    /** How a model does; where it reads what the watch lost, simulated takeovers cannot be put to it. */
    Figures of(Bundle bundle) {
        BacktestResult result = backtest(bundle);
        Summary summary = Summary.of(result);
        double budget = summary.budgetPerDay().isPresent() && result.days().isPresent()
                ? summary.budgetPerDay().getAsDouble() * result.days().getAsDouble()
                : 0;
        return new Figures(
                labelled(result.truth().takeovers()),
                simulated(bundle),
                summary.alerts(),
                summary.falseAlerts().orElse(0),
                likelyFalse(result),
                budget);
    }

    private Figures.Caught labelled(List<Takeover> takeovers) {
        ReviewSample sample = material.reviewSample();
        double all = 0;
        double caught = 0;
        for (Takeover takeover : takeovers) {
            double weight = sample.weight(takeover);
            all += weight;
            caught += takeover.caughtAt().isPresent() ? weight : 0;
        }
        return new Figures.Caught(all, caught);
    }

    private double likelyFalse(BacktestResult result) {
        double share = material.shareOfFalse();
        return result.stories().stream()
                .filter(story ->
                        story.finding().filter(Finding.Wrong.class::isInstance).isPresent())
                .mapToDouble(story -> isCalledLegitimate(story) ? 1 : share)
                .sum();
    }

    private boolean isCalledLegitimate(AlertStory story) {
        return material.labels().stream()
                .anyMatch(label -> label.kind() == Label.Kind.LEGITIMATE
                        && label.covers(story.entity(), story.opening().id(), story.from()));
    }

    /** How many alerts it raises after the cut. */
    long alerts(Bundle bundle) {
        return backtest(bundle).stories().size();
    }

    private BacktestResult backtest(Bundle bundle) {
        return new Backtest(
                        contestant(bundle),
                        Optional.of(labels),
                        THREADS,
                        RejectListener.NOBODY,
                        (records, source) -> {})
                .run(Optional.of(before), after);
    }

    static Contestant contestant(Bundle bundle) {
        return new Contestant(
                bundle.shortVersion(),
                bundle.model(),
                bundle.rule(),
                bundle.alerting().rates(),
                Optional.empty());
    }

    /** A model that does not read what the watch gained meanwhile goes by the features that it reads. */
    private Figures.Caught simulated(Bundle bundle) {
        List<FeatureSpec> read = bundle.model().layout().watch().features();
        if (challenge.isEmpty() || !material.layout().watch().features().containsAll(read)) {
            return Figures.Caught.NONE;
        }
        Challenge.Result result = challenge.get().of(bundle.model().keptIn(material.layout()));
        return new Figures.Caught(result.takeovers(), result.caught());
    }
}
