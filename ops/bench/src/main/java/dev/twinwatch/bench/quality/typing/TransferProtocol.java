package dev.twinwatch.bench.quality.typing;

import dev.twinwatch.bench.quality.encoder.Protocol;
import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.encoder.Watches;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Pretrained;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What fine-tuning is worth: some subjects teach an encoder, which is then taught further with a tenth of the repetitions of
 * others; beside it, one that learns from that tenth alone. Both are tried on subjects that neither has seen; every seed
 * draws other ones.
 */
public final class TransferProtocol implements Protocol {
    private static final int TAUGHT_FIRST = 20;
    private static final int TAUGHT_THEN = 20;
    private static final int TENTH = 40;
    private static final int LATEST = 10;

    private final Path folder;
    private final Layout layout = Watches.layout("typing-rhythm");

    /** On the data in `cmu-keystroke` of a folder. */
    public TransferProtocol(Path data) {
        folder = data.resolve("cmu-keystroke");
    }

    @Override
    public String name() {
        return "transfer";
    }

    @Override
    public int trainings() {
        return 3;
    }

    @Override
    public List<Figure> encoder(Trainings trainings, long seed) {
        Repetitions repetitions = Repetitions.read(folder, layout);
        List<String> subjects = repetitions.shuffled(seed);
        Set<String> first = Set.copyOf(subjects.subList(0, TAUGHT_FIRST));
        Set<String> then = Set.copyOf(subjects.subList(TAUGHT_FIRST, TAUGHT_FIRST + TAUGHT_THEN));
        List<String> tested = subjects.subList(TAUGHT_FIRST + TAUGHT_THEN, subjects.size());

        Hyperparameters settings = Hyperparameters.defaults().withSeed(seed);
        String name = "transfer-seed" + seed;
        EvidenceModel old = trainings
                .get(name + "-first", layout, repetitions.lessonOf(first), settings)
                .model();
        Pretrained pretrained = new Pretrained(name, old.layout(), old.scaling(), old.spec(), old.weights(), Set.of());
        EvidenceModel scratch = trainings
                .get(name + "-scratch", layout, repetitions.lessonOf(then, TENTH), settings)
                .model();
        EvidenceModel tuned = trainings
                .startingFrom(pretrained)
                .get(name + "-tuned", layout, repetitions.lessonOf(then, TENTH), settings)
                .model();

        List<Figure> figures = new ArrayList<>();
        figures.addAll(figures("from scratch", scratch, repetitions, tested));
        figures.addAll(figures("fine-tuned", tuned, repetitions, tested));
        return figures;
    }

    private static List<Figure> figures(String how, EvidenceModel model, Repetitions repetitions, List<String> tested) {
        Errors fused = new Errors();
        Errors fusedLatest = new Errors();
        Errors cosine = new Errors();
        Errors cosineLatest = new Errors();
        for (String name : tested) {
            Subject subject = new Subject(new Scorer(model), repetitions.own(name), repetitions.impostorsOf(name));
            Subject.Compared all = subject.withLatest(Numbers.ENROLLED);
            fused.add(all, Comparison::evidence);
            cosine.add(all, Comparison::distance);
            Subject.Compared latest = subject.withLatest(LATEST);
            fusedLatest.add(latest, Comparison::evidence);
            cosineLatest.add(latest, Comparison::distance);
        }
        return List.of(
                figure(how, "fused: EER, 200 references", fused),
                figure(how, "fused: EER, latest 10 references", fusedLatest),
                figure(how, "cosine: EER, 200 references", cosine),
                figure(how, "cosine: EER, latest 10 references", cosineLatest));
    }

    private static Figure figure(String how, String measure, Errors errors) {
        return new Figure("cmu-keystroke, a tenth of the data", how + ", " + measure, errors.mean());
    }
}
