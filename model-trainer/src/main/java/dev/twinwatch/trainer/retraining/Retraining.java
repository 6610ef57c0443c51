package dev.twinwatch.trainer.retraining;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Newer events and labels make a candidate, and the live model stays unless it passes the gates.
 *
 * <p>What is before a cut in time teaches the candidate, but for one entity in ten; what comes after, and these entities, judge both.
 * Where it does not pass, it is made in the next {@link Way}. The one that passed is made again in the same way with everything, so
 * that the newest labels count too.
 */
public final class Retraining {
    private static final int ONE_HELD_BACK_IN = 10;

    private final Material material;
    private final Hyperparameters settings;
    private final Gates gates;
    private final Workshop workshop;
    private final Progress progress;

    /**
     * A retraining, to be run once.
     *
     * @param folder where an interrupted one with the same material goes on; of nobody else
     * @param progress hears of each step; what it throws ends the retraining
     */
    public Retraining(Material material, Hyperparameters settings, Gates gates, Path folder, Progress progress) {
        this.material = material;
        this.settings = settings;
        this.gates = gates;
        this.workshop = new Workshop(material, settings, folder);
        this.progress = progress;
    }

    /**
     * Trains, compares and decides.
     *
     * @throws HistoryException where the history does not suffice, with what to do
     * @throws dev.twinwatch.trainer.source.SourceException where it cannot be read
     */
    public Outcome run() throws IOException {
        progress.note("looking through the history");
        Survey survey = Survey.of(material.events(), material.layout(), material.labels(), material.longest());
        if (survey.events() == 0) {
            throw new HistoryException(material.events().name() + " has no event of watch "
                    + material.layout().watch().name() + ": let the service run for a while first");
        }
        Map<String, Double> figures = new TreeMap<>();
        figures.put("events", (double) survey.events());
        figures.put("labels.fraud", (double) material.count(Label.Kind.FRAUD));
        figures.put("labels.legitimate", (double) material.count(Label.Kind.LEGITIMATE));
        figures.put("labels.ofReview", (double) material.ofReview());
        EventSource everything =
                new Period(material.events(), material.layout(), survey.from(), Long.MAX_VALUE, () -> event -> true);
        if (material.live().isEmpty()) {
            return new Outcome.Accepted(
                    workshop.train("first", everything, Optional.empty(), event -> false, progress),
                    "there was no live model to compare with",
                    figures);
        }
        return beside(material.live().get(), survey, everything, figures);
    }

    private Outcome beside(Bundle live, Survey survey, EventSource everything, Map<String, Double> figures)
            throws IOException {
        progress.note("running the live model over what comes after the cut");
        try (Contest contest = new Contest(material, survey, this::isHeldBack, settings.seed())) {
            return decide(contest, live, survey, everything, figures);
        }
    }

    private Outcome decide(
            Contest contest, Bundle live, Survey survey, EventSource everything, Map<String, Double> figures)
            throws IOException {
        Figures ofLive = contest.of(live);
        Suspects suspects = Suspects.of(live, material, everything);
        figures.putAll(ofLive.named("live"));
        figures.put("suspectedAlerts", (double) suspects.alerts());
        EventSource lesson = new Period(
                material.events(), material.layout(), survey.from(), survey.cut(), () -> event -> !isHeldBack(event));
        List<String> refusals = new ArrayList<>();
        for (Way way : material.waysFrom(live)) {
            progress.note(way.words());
            Bundle candidate = BundleFile.read(made(way, way.key(), lesson, live, suspects));
            progress.note("running the candidate over the same events");
            double lower = new SameBudget(contest::alerts)
                    .lowering(candidate, Math.max(ofLive.alerts(), Math.round(ofLive.alertsByBudget())));
            Figures ofCandidate = contest.of(lowered(candidate, lower));
            figures.putAll(ofCandidate.named(way.key()));
            figures.put(way.key() + ".loweredBy", lower);
            Optional<String> refusal = gates.refusal(ofCandidate, ofLive);
            if (refusal.isEmpty()) {
                progress.note("it passed: the same with everything");
                byte[] all = made(way, way.key() + "-all", everything, live, suspects);
                return new Outcome.Accepted(
                        lower == 0 ? all : BundleFile.read(all).loweredBy(lower),
                        passed(way, ofCandidate, ofLive),
                        figures);
            }
            refusals.add(way.key() + ": " + refusal.get());
            progress.note("refused: " + refusal.get());
        }
        return new Outcome.Refused(String.join("; ", refusals), figures);
    }

    private static Bundle lowered(Bundle candidate, double much) throws IOException {
        return much == 0 ? candidate : BundleFile.read(candidate.loweredBy(much));
    }

    private byte[] made(Way way, String stage, EventSource lesson, Bundle live, Suspects suspects) throws IOException {
        return switch (way) {
            case TAUGHT -> workshop.teach(lesson, live);
            case TUNED -> workshop.train(stage, lesson, Optional.of(live), suspects, progress);
            case SCRATCH -> workshop.train(stage, lesson, Optional.empty(), suspects, progress);
        };
    }

    private boolean isHeldBack(Event event) {
        return Long.remainderUnsigned(Hash64.of(event.entity()), ONE_HELD_BACK_IN) == 0;
    }

    private static String passed(Way way, Figures candidate, Figures live) {
        return String.format(
                Locale.ROOT,
                "%s: it catches %.0f of %.0f labelled and %.0f of %.0f simulated takeovers, the live model %.0f and %.0f; by what"
                        + " labels say %.1f of its %d alerts are false, of the live model's %d %.1f",
                way.key(),
                candidate.labelled().caught(),
                candidate.labelled().takeovers(),
                candidate.simulated().caught(),
                candidate.simulated().takeovers(),
                live.labelled().caught(),
                live.simulated().caught(),
                candidate.likelyFalse(),
                candidate.alerts(),
                live.alerts(),
                live.likelyFalse());
    }
}
