package dev.twinwatch.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.trainer.evaluation.LearningCurve.Check;
import dev.twinwatch.trainer.training.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class LearningCurveTest {
    @Test
    void aTrainingBeginsWhereBatchesAreCountedAnew() {
        LearningCurve curve = new LearningCurve(Progress.SILENT);

        curve.at(25, 50, 3, OptionalDouble.of(.2));
        curve.at(50, 50, 2, OptionalDouble.of(.1));
        curve.at(25, 50, 4, OptionalDouble.empty());

        assertThat(curve.trainings())
                .containsExactly(
                        List.of(new Check(25, 3, OptionalDouble.of(.2)), new Check(50, 2, OptionalDouble.of(.1))),
                        List.of(new Check(25, 4, OptionalDouble.empty())));
    }

    @Test
    void whoeverListensHearsAllTheSame() {
        List<String> heard = new ArrayList<>();
        LearningCurve curve = new LearningCurve(new Progress() {
            @Override
            public void note(String sentence) {
                heard.add(sentence);
            }

            @Override
            public void at(int iteration, int of, double loss, OptionalDouble validation) {
                heard.add(iteration + " of " + of);
            }
        });

        curve.note("chose bag");
        curve.at(25, 400, 3, OptionalDouble.empty());

        assertThat(heard).containsExactly("chose bag", "25 of 400");
    }
}
