package dev.twinwatch.bench.quality.encoder;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Pretrained;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Trains models, or takes those that an earlier run left in a folder. */
public final class Trainings {
    private final Optional<Path> folder;
    private final News news;
    private final Optional<Pretrained> pretrained;

    /**
     * Trainings of one run.
     *
     * @param folder where bundles are kept; empty: nowhere
     * @param news hears of each training
     */
    public Trainings(Optional<Path> folder, News news) {
        this(folder, news, Optional.empty());
    }

    private Trainings(Optional<Path> folder, News news, Optional<Pretrained> pretrained) {
        this.folder = folder;
        this.news = news;
        this.pretrained = pretrained;
    }

    /** The same, with weights that start where another training ended. */
    public Trainings startingFrom(Pretrained old) {
        return new Trainings(folder, news, Optional.of(old));
    }

    /** Tells what goes on beside trainings. */
    public void say(String words) {
        news.say(words);
    }

    /**
     * A trained model.
     *
     * @param bundle as it was written and read
     * @param seconds that its training took; empty where an earlier run did it
     */
    public record Taught(Bundle bundle, Optional<Double> seconds) {
        /** What decides. */
        public EvidenceModel model() {
            return bundle.model();
        }
    }

    /** The model of this name, which must say all on which it depends: data, part of the data, seed. */
    public Taught get(String name, Layout layout, EventSource history, Hyperparameters settings) {
        try {
            Optional<Path> kept = folder.map(f -> f.resolve(name + ".bundle"));
            if (kept.isPresent() && Files.exists(kept.get())) {
                news.trainingIsOver();
                news.say(name + ": taken from " + kept.get());
                return new Taught(BundleFile.read(kept.get()), Optional.empty());
            }
            long begin = System.nanoTime();
            byte[] bundle = new Training(layout, settings)
                    .startingFrom(pretrained, Map.of())
                    .run(HistoryReader.read(history, layout), progress(name))
                    .bundle();
            double seconds = (System.nanoTime() - begin) / 1e9;
            news.trainingIsOver();
            news.say(String.format(Locale.ROOT, "%s: trained in %.0f s", name, seconds));
            if (kept.isPresent()) {
                Files.createDirectories(kept.get().toAbsolutePath().getParent());
                Files.write(kept.get(), bundle);
            }
            return new Taught(BundleFile.read(bundle), Optional.of(seconds));
        } catch (IOException e) {
            throw new UncheckedIOException("bundle " + name + ": " + e.getMessage(), e);
        }
    }

    private Progress progress(String name) {
        return (iteration, of, loss, validation) -> {
            if (iteration % 200 == 0) {
                news.say(String.format(
                        Locale.ROOT,
                        "%s: training %d of at most %d, loss %.3f%s",
                        name,
                        iteration,
                        of,
                        loss,
                        validation.isPresent()
                                ? String.format(Locale.ROOT, ", error %.3f", validation.getAsDouble())
                                : ""));
            }
        };
    }
}
