package dev.twinwatch.trainer.evaluation;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.calibration.Panel;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures a model as it will be used: an entity is known by its earlier windows, and later ones of its own, and ones of
 * others, claim to be its own. Others are of the same panel, so that neither encoder nor fit has seen anybody.
 */
public final class Evaluator {
    /** Entities of all panels together: a few seconds. */
    private static final int MOST_ENTITIES = 50;
    /** Windows of others for each entity. */
    private static final int OTHERS = 32;

    private final Layout layout;
    private final Weights untrained;
    private final long seed;

    /**
     * For models of one watch.
     *
     * @param untrained weights of the same network before training
     * @param seed of the choice of entities and windows
     */
    public Evaluator(Layout layout, Weights untrained, long seed) {
        this.layout = layout;
        this.untrained = untrained;
        this.seed = seed;
    }

    /** Measures the panels of a calibration; empty where no two entities of one have two windows. */
    public Evaluation evaluate(Calibrated calibrated) {
        List<Panel> panels = calibrated.panels();
        Random random = new Random(seed);
        List<Subject> everybody = new ArrayList<>();
        List<Trials> trials = new ArrayList<>();
        List<List<Trials>> few = FewShots.TRIED.stream()
                .map(references -> (List<Trials>) new ArrayList<Trials>())
                .toList();
        for (Panel panel : panels) {
            List<Subject> subjects = subjects(panel, MOST_ENTITIES / panels.size(), random);
            if (subjects.size() < 2) {
                continue;
            }
            everybody.addAll(subjects);
            Yardsticks yardsticks = new Yardsticks(panel.model(), untrained);
            for (Subject subject : subjects) {
                List<Window> others = others(subject, subjects, random);
                trials.add(tried(subject, subject.references(), others, yardsticks));
                for (int i = 0; i < few.size(); i++) {
                    int references = FewShots.TRIED.get(i);
                    if (subject.references().size() >= references) {
                        few.get(i).add(tried(subject, subject.newestReferences(references), others, yardsticks));
                    }
                }
            }
        }
        List<FewShots> fewShots = IntStream.range(0, few.size())
                .mapToObj(i -> new FewShots(FewShots.TRIED.get(i), few.get(i)))
                .toList();
        Yardsticks any = new Yardsticks(panels.get(0).model(), untrained);
        return new Evaluation(calibrated.inSample(), any.measures(), trials, fewShots, EmbeddingMap.of(everybody, any));
    }

    private List<Subject> subjects(Panel panel, int most, Random random) {
        List<EntityHistory> histories = new ArrayList<>(panel.entities());
        Collections.shuffle(histories, random);
        return histories.stream()
                .map(history -> Subject.of(layout, history))
                .filter(Subject::isUseful)
                .limit(most)
                .toList();
    }

    private static List<Window> others(Subject subject, List<Subject> subjects, Random random) {
        List<Subject> impostors = subjects.stream()
                .filter(other -> !other.entity().equals(subject.entity()))
                .toList();
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            List<Window> probes = impostors.get(i % impostors.size()).probes();
            windows.add(probes.get(random.nextInt(probes.size())));
        }
        return windows;
    }

    private Trials tried(Subject subject, List<Window> references, List<Window> others, Yardsticks yardsticks) {
        Claims claims = new Claims(layout, subject.entity(), references, yardsticks);
        return new Trials(
                subject.entity(),
                subject.windows(),
                references.size(),
                subject.probes().stream().map(claims::measure).toList(),
                others.stream().map(claims::measure).toList());
    }
}
