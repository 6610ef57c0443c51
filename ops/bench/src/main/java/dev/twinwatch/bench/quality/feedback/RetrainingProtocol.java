package dev.twinwatch.bench.quality.feedback;

import dev.twinwatch.bench.quality.encoder.Protocol;
import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.detection.Review;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.sandbox.simulator.Style;
import dev.twinwatch.sandbox.simulator.Takeover;
import dev.twinwatch.trainer.retraining.Gates;
import dev.twinwatch.trainer.retraining.Material;
import dev.twinwatch.trainer.retraining.Outcome;
import dev.twinwatch.trainer.retraining.Retraining;
import dev.twinwatch.trainer.retraining.Way;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * What a retraining with the first thirty confirmed alerts of one crew is worth against its later takeovers: the same stream through
 * the model before and after it, with and without the cases that the running service has of the same alerts.
 */
public final class RetrainingProtocol implements Protocol {
    private static final int ALERTS = 30;
    private static final int ITERATIONS = 200;
    private static final Duration ALL = Duration.ofDays(3650);

    @Override
    public String name() {
        return "retraining";
    }

    @Override
    public int trainings() {
        return 1;
    }

    @Override
    public List<Figure> encoder(Trainings trainings, long seed) {
        Crews crews = Crews.of(trainings, seed);
        CrewRun before = run(
                crews.live().model(),
                crews.payments().events(),
                crews.payments().takeovers(),
                now -> List.of());
        List<Figure> figures = new ArrayList<>();
        for (Style style : Style.values()) {
            figures.addAll(figures(style, crews, before, trainings, seed));
        }
        return figures;
    }

    private static List<Figure> figures(Style style, Crews crews, CrewRun before, Trainings trainings, long seed) {
        CrewPayments payments = crews.payments();
        Bundle live = crews.live();
        List<Event> events = payments.events();
        List<Takeover> takeovers = payments.takeovers();
        List<Takeover> caught = takeovers.stream()
                .filter(takeover -> takeover.style() == style && before.isCaught(takeover))
                .toList();
        // of a crew that is seldom caught half, so that some come later
        List<Takeover> confirmed = caught.subList(0, caught.size() > ALERTS ? ALERTS : caught.size() / 2);
        long known = confirmed.stream().mapToLong(CrewRun::end).max().orElseThrow();
        List<FraudCase> cases = confirmed.stream().map(before::confirmed).toList();
        LongFunction<List<FraudCase>> knownCases = now -> now > known ? cases : List.of();
        Outcome outcome = retrained(
                payments, live, confirmed.stream().map(before::labelled).toList(), known, trainings, seed);
        String words = style.name().toLowerCase(Locale.ROOT) + " crew: ";
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(words + "alerts that people spoke of", confirmed.size()));
        outcome.figures().forEach((name, value) -> figures.add(figure(words + "retraining: " + name, value)));
        if (outcome instanceof Outcome.Accepted accepted) {
            EvidenceModel model = BundleFile.read(accepted.bundle()).model();
            Later later = new Later(takeovers, style, known);
            figures.addAll(later.figures(words, before, run(model, events, takeovers, now -> List.of())));
            figures.addAll(later.figures(
                    words + "with cases, ",
                    run(live.model(), events, takeovers, knownCases),
                    run(model, events, takeovers, knownCases)));
        }
        return figures;
    }

    private static CrewRun run(
            EvidenceModel model, List<Event> events, List<Takeover> takeovers, LongFunction<List<FraudCase>> cases) {
        return new CrewRun(model, events, takeovers, cases);
    }

    private static Outcome retrained(
            CrewPayments payments, Bundle live, List<Label> labels, long known, Trainings trainings, long seed) {
        Layout layout = payments.layout();
        Material material = new Material(
                layout, Optional.of(live), payments.until(known), labels, Way.BY_LABELS, ALL, new Review(0));
        try {
            Path folder = Files.createTempDirectory("retraining");
            Outcome outcome = new Retraining(
                            material,
                            Hyperparameters.defaults().withSeed(seed).withIterations(ITERATIONS),
                            new Gates(0.05, 1.5),
                            folder,
                            progress(trainings, seed))
                    .run();
            trainings.say("seed " + seed + ", " + outcome.reason());
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Progress progress(Trainings trainings, long seed) {
        return new Progress() {
            @Override
            public void note(String sentence) {
                trainings.say("seed " + seed + ": " + sentence);
            }

            @Override
            public void at(int iteration, int of, double loss, OptionalDouble validation) {
                // each step is told of
            }
        };
    }

    /** Takeovers that began after the last label was known. */
    private record Later(List<Takeover> takeovers, Style style, long known) {
        List<Figure> figures(String words, CrewRun live, CrewRun retrained) {
            Predicate<Takeover> later = takeover -> CrewRun.begin(takeover) > known;
            Predicate<Takeover> same = later.and(takeover -> takeover.style() == style);
            Predicate<Takeover> others = later.and(takeover -> takeover.style() != style);
            double was = live.recall(takeovers, same);
            double is = retrained.recall(takeovers, same);
            return List.of(
                    figure(words + "later takeovers", (double)
                            takeovers.stream().filter(same).count()),
                    figure(words + "recall of the live model", was),
                    figure(words + "recall of the retrained one", is),
                    figure(words + "gain", is - was),
                    figure(words + "recall of other crews, live model", live.recall(takeovers, others)),
                    figure(words + "recall of other crews, retrained one", retrained.recall(takeovers, others)),
                    figure(words + "false alerts of the live model", (double) live.falseAlertsAfter(known)),
                    figure(words + "false alerts of the retrained one", (double) retrained.falseAlertsAfter(known)));
        }
    }

    private static Figure figure(String measure, double value) {
        return new Figure("crews", measure, value);
    }
}
