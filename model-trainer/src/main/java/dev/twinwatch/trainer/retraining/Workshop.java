package dev.twinwatch.trainer.retraining;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.trainer.app.OwnEvents;
import dev.twinwatch.trainer.app.SnapshotFiles;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.history.ReadingProgress;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Pretrained;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Makes the bundles of one retraining, in a folder where an interrupted one finds what it had made. */
final class Workshop {
    private static final long KEPT_EVERY = TimeUnit.SECONDS.toNanos(15);

    private final Material material;
    private final Hyperparameters settings;
    private final Path folder;

    Workshop(Material material, Hyperparameters settings, Path folder) {
        this.material = material;
        this.settings = settings;
        this.folder = folder;
    }

    /**
     * A bundle taught with these events, without what labels call fraud.
     *
     * @param stage names its files
     * @param from whose weights it starts with; empty: at random
     * @param suspects events that are nobody's own, whoever did them
     */
    byte[] train(String stage, EventSource events, Optional<Bundle> from, Predicate<Event> suspects, Progress progress)
            throws IOException {
        Files.createDirectories(folder);
        OwnEvents own = new OwnEvents(material.layout(), material.labels());
        try (History history = HistoryReader.read(
                events, material.layout(), own, own.values(), RejectListener.NOBODY, folder, ReadingProgress.SILENT)) {
            Map<String, String> facts = facts(history, from);
            Path made = folder.resolve(stage + "-" + Sha256.of(text(facts)).substring(0, 16) + ".bundle");
            if (Files.exists(made)) {
                return Files.readAllBytes(made);
            }
            SnapshotFiles kept = new SnapshotFiles(made, facts, true, KEPT_EVERY);
            byte[] bundle = new Training(material.layout(), settings)
                    .keeping(kept)
                    .startingFrom(from.map(Workshop::weightsOf), origin(from))
                    .knowing(own.windows())
                    .run(history, progress)
                    .bundle();
            Path part = made.resolveSibling(made.getFileName() + ".part");
            Files.write(part, bundle);
            Files.move(part, made, StandardCopyOption.REPLACE_EXISTING);
            kept.delete();
            return bundle;
        }
    }

    /** The live bundle, which knows the frauds that labels speak of in these events. */
    byte[] teach(EventSource events, Bundle live) throws IOException {
        OwnEvents own = new OwnEvents(material.layout(), material.labels());
        EventReader reader = new EventReader(material.layout());
        events.forEach(new RecordVisitor() {
            @Override
            public void record(Fields fields, Origin origin) {
                if (reader.read(fields, origin) instanceof Reading.Understood understood) {
                    // What it keeps is what it is asked for.
                    own.test(understood.event());
                }
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                // says nothing of frauds
            }
        });
        return live.taughtBy(own.windows().learned());
    }

    private static Pretrained weightsOf(Bundle live) {
        EvidenceModel model = live.model();
        return new Pretrained(
                "model " + live.shortVersion(),
                model.layout(),
                model.scaling(),
                model.spec(),
                model.weights(),
                Set.of());
    }

    private static Map<String, String> origin(Optional<Bundle> from) {
        return from.map(live -> Map.of("from", live.version())).orElse(Map.of());
    }

    private Map<String, String> facts(History history, Optional<Bundle> from) {
        Map<String, String> facts = new TreeMap<>(origin(from));
        settings.values().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        facts.put("events", history.sha256());
        facts.put("watch", material.layout().watch().yaml());
        facts.put("labels", String.valueOf(material.labels()));
        return facts;
    }

    private static byte[] text(Map<String, String> facts) {
        return String.valueOf(facts).getBytes(StandardCharsets.UTF_8);
    }
}
