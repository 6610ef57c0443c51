package dev.twinwatch.retrainer;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.contracts.RetrainingTrigger;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.detection.Review;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.retrainer.history.FeedbackTopic;
import dev.twinwatch.retrainer.history.Offsets;
import dev.twinwatch.retrainer.history.Said;
import dev.twinwatch.retrainer.history.TopicEvents;
import dev.twinwatch.retrainer.journal.RetrainingTopic;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.RetrainingSettings;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.trainer.retraining.Gates;
import dev.twinwatch.trainer.retraining.Material;
import dev.twinwatch.trainer.retraining.Outcome;
import dev.twinwatch.trainer.retraining.Way;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Does one retraining that was begun: from the topics to a released model, or to the reason why there is none. */
final class Attempt {
    private final Settings settings;
    private final SchemaRegistry registry;
    private final RetrainingTopic topic;
    private final RetrainingMetrics metrics;
    private final Releases releases;

    Attempt(Settings settings, SchemaRegistry registry, RetrainingMetrics metrics) {
        this.settings = settings;
        this.registry = registry;
        this.topic = new RetrainingTopic(settings, registry);
        this.metrics = metrics;
        this.releases = new Releases(settings, registry);
    }

    /**
     * Goes on with what an interrupted one left on this disk, else begins anew.
     *
     * @param wanted asked now and then; where it says no, nothing is released and CancellationException thrown
     * @return how it ended, to be written
     */
    Retraining run(Retraining started, BooleanSupplier wanted) throws IOException, InterruptedException {
        Reporter reporter = new Reporter(started, topic, metrics, wanted);
        Path folder = folder(started);
        Said said = new FeedbackTopic(settings, registry).until(new Offsets(started.getFeedbackRead()));
        Optional<Bundle> live = new LiveModel(settings, registry).now();
        Outcome outcome = new dev.twinwatch.trainer.retraining.Retraining(
                        material(started, said, live),
                        Hyperparameters.defaults()
                                .withIterations(settings.retraining().iterations()),
                        gates(),
                        folder,
                        reporter)
                .run();
        Map<String, Double> figures = new TreeMap<>(outcome.figures());
        figures.put("labels.ofAlerts", (double) said.ofAlerts());
        figures.put("labels.ofEvents", (double) said.labels().size() - said.ofAlerts());
        reporter.note(outcome.reason());
        Retraining ended = end(started, outcome, figures);
        delete(folder);
        return ended;
    }

    private Retraining end(Retraining started, Outcome outcome, Map<String, Double> figures)
            throws InterruptedException {
        if (outcome instanceof Outcome.Accepted accepted) {
            String version = releases.release(accepted.bundle(), started.getReason() + "; " + accepted.reason());
            return Steps.of(started, RetrainingStep.PUBLISHED, accepted.reason(), version, figures);
        }
        releases.refused(started.getId(), started.getBase(), outcome.reason());
        return Steps.of(started, RetrainingStep.REFUSED, outcome.reason(), null, figures);
    }

    private Material material(Retraining started, Said said, Optional<Bundle> live) {
        TopicEvents events = TopicEvents.newest(
                new Clients(settings),
                settings.topics().events(),
                registry,
                new Offsets(started.getEventsRead()),
                settings.retraining().mostEvents());
        return new Material(
                Layout.of(settings.watch()),
                live,
                events,
                said.labels(),
                started.getTrigger() == RetrainingTrigger.LABELS ? Way.BY_LABELS : Way.BY_EVENTS,
                settings.retraining().history(),
                Review.of(
                        settings.reviewPerDay(),
                        live.flatMap(bundle -> bundle.alerting().rates())));
    }

    private Gates gates() {
        RetrainingSettings own = settings.retraining();
        return new Gates(own.mostRecallLost(), own.mostFalseAlerts());
    }

    private Path folder(Retraining started) {
        return settings.state()
                .folder()
                .resolve(settings.applicationId() + "-retraining")
                .resolve(started.getId());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
