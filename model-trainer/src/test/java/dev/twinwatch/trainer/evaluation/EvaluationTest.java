package dev.twinwatch.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
    private static final Trials APART = trials("apart", List.of(1.0, 2.0), List.of(8.0, 9.0));
    private static final Trials HIGHER = trials("higher", List.of(11.0, 12.0), List.of(18.0, 19.0));
    private static final Trials MIXED = trials("mixed", List.of(1.0, 3.0), List.of(2.0, 4.0));

    @Test
    void oneLimitForAllIsHarderThanALimitForEach() {
        Evaluation evaluation = evaluation(APART, HIGHER);

        assertThat(evaluation.by(Evaluation.EVIDENCE).errorRate())
                .as("at 11, own 1 2 11 12 against 8 9 18 19")
                .isEqualTo(.5);
        assertThat(evaluation.meanErrorRate(Evaluation.EVIDENCE)).isZero();
    }

    @Test
    void theEntityThatIsToldApartWorstComesFirst() {
        assertThat(evaluation(APART, MIXED, HIGHER).worstFirst()).containsExactly(MIXED, APART, HIGHER);
    }

    @Test
    void withoutTrialsItIsEmpty() {
        assertThat(evaluation().isEmpty()).isTrue();
    }

    private static Evaluation evaluation(Trials... trials) {
        return new Evaluation(
                false,
                List.of(Measure.EVIDENCE),
                Arrays.asList(trials),
                List.of(),
                new EmbeddingMap(Plane.EMPTY, List.of()));
    }

    private static Trials trials(String entity, List<Double> own, List<Double> others) {
        return new Trials(
                entity,
                4,
                2,
                own.stream().map(value -> new double[] {value}).toList(),
                others.stream().map(value -> new double[] {value}).toList());
    }
}
