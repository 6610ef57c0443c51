package dev.twinwatch.bench.quality.typing;

import dev.twinwatch.bench.quality.encoder.PublishedProtocol;
import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.encoder.Watches;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The protocol of typing rhythm: plain detectors, and the encoder on subjects that it never saw. */
public final class TypingProtocol implements PublishedProtocol {
    /** Decides which subjects make a fold; the same for every seed of the training. */
    private static final long FOLDING = 2009;

    private final Path folder;
    private final Layout layout = Watches.layout("typing-rhythm");
    private final int folds;

    /**
     * On the data in `cmu-keystroke` of a folder.
     *
     * @param folds how many of the five are trained and tested
     */
    public TypingProtocol(Path data, int folds) {
        this.folds = folds;
        folder = data.resolve("cmu-keystroke");
    }

    @Override
    public String name() {
        return "keystroke";
    }

    @Override
    public int trainings() {
        return folds;
    }

    @Override
    public List<Figure> plain() {
        return PlainDetectors.figures(Timings.read(folder));
    }

    @Override
    public List<Figure> encoder(Trainings trainings, long seed) {
        Repetitions repetitions = Repetitions.read(folder, layout);
        TypingErrors errors = new TypingErrors();
        double seconds = 0;
        for (int fold = 0; fold < folds; fold++) {
            Set<String> tested = tested(repetitions, fold);
            EventSource lesson = repetitions.lessonOf(repetitions.others(tested));
            String name = "cmu-keystroke-fold" + (fold + 1) + "-seed" + seed;
            Hyperparameters settings = Hyperparameters.defaults().withSeed(seed);
            Trainings.Taught taught = trainings.get(name, layout, lesson, settings);
            // It stands beside the others only once: it costs a calibration.
            Optional<EvidenceModel> untrained = seed > 1
                    ? Optional.empty()
                    : Optional.of(trainings
                            .get(name + "-untrained", layout, lesson, settings.withIterations(1))
                            .model());
            seconds = Math.max(seconds, taught.seconds().orElse(0.0));
            for (String subject : tested) {
                errors.add(taught.model(), untrained, repetitions.own(subject), repetitions.impostorsOf(subject));
            }
        }
        List<Figure> figures = new ArrayList<>(errors.figures());
        if (seconds > 0) {
            figures.add(new Figure("cmu-keystroke", "one training, seconds", seconds));
        }
        return figures;
    }

    private static Set<String> tested(Repetitions repetitions, int fold) {
        List<String> subjects = repetitions.shuffled(FOLDING);
        Set<String> tested = new HashSet<>();
        for (int i = fold; i < subjects.size(); i += Numbers.FOLDS) {
            tested.add(subjects.get(i));
        }
        return tested;
    }
}
