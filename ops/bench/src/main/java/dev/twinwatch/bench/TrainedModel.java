package dev.twinwatch.bench;

import dev.twinwatch.engine.bundle.Alerting;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.watch.Rates;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.reading.EventBytes;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** A model trained in seconds: its shape, and how often it raises an alert, are those of a real one. */
final class TrainedModel {
    private static final int ENTITIES = 40;

    private TrainedModel() {}

    /** Trained on the histories of some entities. */
    static Bundle on(
            List<Workload.Sent> history,
            Layout layout,
            SchemaRegistry registry,
            int iterations,
            Consumer<String> progress)
            throws IOException {
        Map<String, List<Event>> events = new LinkedHashMap<>();
        EventBytes bytes = new EventBytes(layout, registry, 1 << 20);
        for (Workload.Sent record : history) {
            if (events.size() < ENTITIES || events.containsKey(record.entity())) {
                List<Event> own = events.computeIfAbsent(record.entity(), entity -> new ArrayList<>());
                Reading reading = bytes.read(record.value(), new Origin("history", 0, own.size(), false));
                own.add(((Reading.Understood) reading).event());
            }
        }
        List<EntityHistory> entities = events.entrySet().stream()
                .map(entry -> new EntityHistory(entry.getKey(), entry.getValue()))
                .toList();
        long rows = entities.stream().mapToLong(EntityHistory::size).sum();
        History trainedOn = new History(entities, rows, "0".repeat(64));
        Bundle trained =
                BundleFile.read(new Training(layout, Hyperparameters.defaults().withIterations(iterations))
                        .run(trainedOn, told(progress))
                        .bundle());
        return ofAll(trained, (double) history.size() / rows);
    }

    /** As many events a day as all entities have: how many are kept for review depends on it. */
    private static Bundle ofAll(Bundle trained, double times) throws IOException {
        Alerting alerting = new Alerting(
                trained.alerting().curve(),
                trained.alerting()
                        .rates()
                        .map(rates -> new Rates(rates.eventsPerDay() * times, rates.entitiesPerDay() * times)));
        return BundleFile.read(BundleFile.write(trained.model(), alerting, trained.provenance(), trained.golden()));
    }

    private static Progress told(Consumer<String> progress) {
        return new Progress() {
            @Override
            public void at(int iteration, int of, double loss, OptionalDouble validation) {
                progress.accept("  " + iteration + " of " + of + " batches");
            }

            @Override
            public void note(String sentence) {
                progress.accept("  " + sentence);
            }
        };
    }
}
