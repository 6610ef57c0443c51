package dev.twinwatch.bench.quality.typing;

import dev.twinwatch.bench.quality.encoder.Protocol;
import dev.twinwatch.bench.quality.encoder.SelectedRows;
import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.encoder.Watches;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.bench.quality.table.DataException;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.NamedSequence;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The protocol of typing rhythm: plain detectors, and the encoder on subjects that it never saw. */
public final class TypingProtocol implements Protocol {
    /** Decides which subjects make a fold; the same for every seed of the training. */
    private static final long FOLDING = 2009;

    private final Path folder;
    private final Layout layout = Watches.layout("typing-rhythm");
    private final Map<String, List<List<Event>>> repetitions = new LinkedHashMap<>();

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
        if (repetitions.isEmpty()) {
            read();
        }
        TypingErrors errors = new TypingErrors();
        double seconds = 0;
        for (int fold = 0; fold < folds; fold++) {
            Set<String> tested = tested(fold);
            String name = "cmu-keystroke-fold" + (fold + 1) + "-seed" + seed;
            Hyperparameters settings = Hyperparameters.defaults().withSeed(seed);
            Trainings.Taught taught = trainings.get(name, layout, without(tested), settings);
            // It stands beside the others only once: it costs a calibration.
            Optional<EvidenceModel> untrained = seed > 1
                    ? Optional.empty()
                    : Optional.of(trainings
                            .get(name + "-untrained", layout, without(tested), settings.withIterations(1))
                            .model());
            seconds = Math.max(seconds, taught.seconds().orElse(0.0));
            for (String subject : tested) {
                errors.add(taught.model(), untrained, own(subject), impostorsOf(subject));
            }
        }
        List<Figure> figures = new ArrayList<>(errors.figures());
        if (seconds > 0) {
            figures.add(new Figure("cmu-keystroke", "one training, seconds", seconds));
        }
        return figures;
    }

    private EventSource source() {
        return new CsvSource(folder.resolve("key_events.csv.gz"));
    }

    private void read() {
        for (NamedSequence sequence : NamedSequence.read(source(), layout, RejectListener.NOBODY)) {
            List<List<Event>> own = repetitions.computeIfAbsent(sequence.entity(), s -> new ArrayList<>());
            own.add(sequence.events());
            if (!sequence.name().equals(String.valueOf(own.size()))) {
                throw new DataException(folder.resolve("key_events.csv.gz") + " has repetition " + sequence.name()
                        + " of " + sequence.entity() + " at place " + own.size()
                        + ": repetitions must stand in their order");
            }
        }
    }

    private Set<String> tested(int fold) {
        List<String> subjects = new ArrayList<>(repetitions.keySet());
        Collections.sort(subjects);
        Collections.shuffle(subjects, new Random(FOLDING));
        Set<String> tested = new HashSet<>();
        for (int i = fold; i < subjects.size(); i += Numbers.FOLDS) {
            tested.add(subjects.get(i));
        }
        return tested;
    }

    /** What may be learned from: nobody who is tested, and nobody's repetitions that are used as an impostor's. */
    private EventSource without(Set<String> tested) {
        return new SelectedRows(
                source(),
                row -> !tested.contains(String.valueOf(row.valueAt("subject")))
                        && Integer.parseInt(String.valueOf(row.valueAt("repetition"))) > Numbers.IMPOSTOR_REPETITIONS);
    }

    private List<List<Event>> own(String subject) {
        return repetitions.getOrDefault(subject, List.of());
    }

    private List<List<Event>> impostorsOf(String subject) {
        List<List<Event>> others = new ArrayList<>();
        repetitions.forEach((name, own) -> {
            if (!name.equals(subject)) {
                others.addAll(own.subList(0, Numbers.IMPOSTOR_REPETITIONS));
            }
        });
        return others;
    }
}
