package dev.twinwatch.trainer.evaluation;

import dev.twinwatch.trainer.training.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Hands on how trainings go on, and remembers it. */
public final class LearningCurve implements Progress {
    private final Progress next;
    private final List<List<Check>> trainings = new ArrayList<>();

    /** Remembers what {@code next} hears. */
    public LearningCurve(Progress next) {
        this.next = next;
    }

    /**
     * One check of a training.
     *
     * @param iteration batches so far
     * @param loss average per batch since the check before
     * @param error equal error rate on the entities that this training kept for its checks, 0 to 1; empty where there are none
     */
    public record Check(int iteration, double loss, OptionalDouble error) {}

    @Override
    public void note(String sentence) {
        next.note(sentence);
    }

    @Override
    public void at(int iteration, int of, double loss, OptionalDouble validation) {
        if (trainings.isEmpty() || iteration <= last().iteration()) {
            trainings.add(new ArrayList<>());
        }
        trainings.get(trainings.size() - 1).add(new Check(iteration, loss, validation));
        next.at(iteration, of, loss, validation);
    }

    private Check last() {
        List<Check> training = trainings.get(trainings.size() - 1);
        return training.get(training.size() - 1);
    }

    /** The checks of each training, the one that is measured first; a training that was gone on with has only the later ones. */
    public List<List<Check>> trainings() {
        return trainings.stream().map(List::copyOf).toList();
    }
}
