package dev.twinwatch.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.engine.evidence.LimitCurve;
import dev.twinwatch.engine.evidence.Summary;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.calibration.Panel;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Entities that pay one amount at one place each, measured by an encoder made by hand: it places a window at (1, 0) where its
 * amount is over 0 and at (-1, 0) where it is under. The evidence is that of places which the entity has not had before.
 */
final class EvaluatorTest {
    private static final Layout LAYOUT = Layout.of(WatchFile.parse("watch.yaml", """
            watch: tests
            entity: user
            sequence: {length: 4, minimum: 2}
            time: {field: at, unit: ordinal}
            features:
              - {name: amount, field: amount, as: number}
              - {name: new-place, field: place, as: novelty}
            """));
    private static final Weights BY_SIGN = weights(1);
    private static final Weights BLIND = weights(0);

    @Test
    void whatIsNewIsNewForTheEntityThatIsClaimed() {
        Evaluation evaluation =
                evaluate(new Panel(model(), List.of(history("ana", 3, "here", 10), history("bob", 3, "there", 10))));

        Discrimination evidence = evaluation.by(Evaluation.EVIDENCE);
        assertThat(evidence.own()).as("5 later windows each").hasSize(10).allMatch(value -> value < .5);
        assertThat(evidence.others()).hasSize(64).allMatch(value -> value > .5);
        assertThat(evaluation.by(Evaluation.DISTANCE).area())
                .as("both pay the same")
                .isEqualTo(.5);
    }

    @Test
    void theDistanceIsTheTrainedOneAndBesideItStandsTheUntrained() {
        Evaluation evaluation =
                evaluate(new Panel(model(), List.of(history("ana", 3, "here", 10), history("bob", -3, "here", 10))));

        int untrained = evaluation.measures().indexOf(Measure.UNTRAINED);
        assertThat(evaluation.by(Evaluation.DISTANCE).own()).containsOnly(0.0);
        assertThat(evaluation.by(Evaluation.DISTANCE).others()).containsOnly(2.0);
        assertThat(evaluation.by(untrained).area()).isEqualTo(.5);
        assertThat(evaluation.by(evaluation.measures().indexOf(Measure.PLAIN)).area())
                .isEqualTo(1);
    }

    @Test
    void numbersOfReferencesThatNobodyHasStayEmpty() {
        Evaluation evaluation =
                evaluate(new Panel(model(), List.of(history("ana", 3, "here", 10), history("bob", -3, "here", 20))));

        assertThat(evaluation.fewShots()).extracting(FewShots::references).containsExactly(1, 2, 5, 10, 50);
        assertThat(evaluation.fewShots())
                .extracting(few -> few.trials().size())
                .as("ana is known by 5 windows, bob by 10")
                .containsExactly(2, 2, 2, 1, 0);
    }

    @Test
    void othersAreOfTheSamePanel() {
        Evaluation evaluation = evaluate(
                new Panel(model(), List.of(history("ana", 3, "here", 10), history("bob", 3, "here", 10))),
                new Panel(model(), List.of(history("eve", -3, "here", 10), history("kim", -3, "here", 10))));

        assertThat(evaluation.trials()).hasSize(4);
        assertThat(evaluation.by(Evaluation.DISTANCE).others())
                .as("2 between the panels")
                .containsOnly(0.0);
    }

    @Test
    void anEntityAloneIsNotMeasured() {
        Evaluation evaluation =
                evaluate(new Panel(model(), List.of(history("ana", 3, "here", 10), history("brief", 3, "here", 1))));

        assertThat(evaluation.isEmpty()).isTrue();
        assertThat(evaluation.map().plane().points()).isEmpty();
    }

    private static Evaluation evaluate(Panel... panels) {
        return new Evaluator(LAYOUT, BLIND, 7)
                .evaluate(new Calibrated(model(), LimitCurve.UNKNOWN, false, 0, 0, 0, 0, .5, List.of(panels)));
    }

    private static EntityHistory history(String entity, double amount, String place, int windows) {
        EventReader reader = new EventReader(LAYOUT);
        List<Event> events = IntStream.range(0, windows * 4)
                .mapToObj(i -> Map.<String, Object>of("user", entity, "at", (long) i, "amount", amount, "place", place))
                .map(values -> reader.read(values::get, new Origin("test", 0, 0, false)))
                .map(reading -> ((Reading.Understood) reading).event())
                .toList();
        return new EntityHistory(entity, events);
    }

    private static Weights weights(float sign) {
        return Weights.of(Map.of(
                "dense.w", new float[] {sign, -sign, 0, 0},
                "dense.b", new float[] {0, 0},
                "out.w", new float[] {1, 0, -1, 0},
                "out.b", new float[] {sign == 0 ? 1 : 0, 0}));
    }

    private static EvidenceModel model() {
        List<String> names = EvidenceModel.inputNames(LAYOUT, Summary.AVERAGES);
        List<Double> weights = names.stream()
                .map(name -> name.startsWith("novelty") ? 1.0 : 0.0)
                .toList();
        LikelihoodRatio any = LikelihoodRatio.of(new float[2], new float[0], new float[0]);
        return new EvidenceModel(
                LAYOUT,
                Scaling.none(1),
                new EncoderSpec(EncoderKind.BAG, 4, 1, List.of(), 2, 2, 1, List.of(), 2),
                BY_SIGN,
                any,
                Summary.AVERAGES,
                any,
                Cohort.none(),
                List.of(),
                25,
                Confidence.FROM_TWO_REFERENCES,
                new Fusion(names, 0, weights, Collections.nCopies(names.size(), 0.0)),
                1);
    }
}
