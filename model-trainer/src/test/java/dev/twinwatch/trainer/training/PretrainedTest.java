package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.SetInputs;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.WatchFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PretrainedTest {
    private static final Layout OLD = layout(
            "{name: n0, field: n0, as: number}",
            "{name: n1, field: n1, as: number}",
            "{name: c0, field: c0, as: category, buckets: 2}");
    /** Knows n1 and c0 of the old watch, but neither n0 in another scale nor c1. */
    private static final Layout OTHER = layout(
            "{name: n1, field: n1, as: number}",
            "{name: c1, field: c1, as: category, buckets: 2}",
            "{name: c0, field: c0, as: category, buckets: 2}",
            "{name: n0, field: n0, as: number, scale: log}");

    @ParameterizedTest
    @EnumSource(EncoderKind.class)
    void weightsOfTheSameWatchAreTakenAsTheyAre(EncoderKind kind) {
        SyntheticUsers users = SyntheticUsers.with(kind == EncoderKind.SET ? 0 : 2, 2, 8, 6, 3);
        EncoderSpec spec = users.spec(kind, 8);
        Weights old = new TwinNetwork(spec, Hyperparameters.defaults().withSeed(1)).weights();
        TwinNetwork network = new TwinNetwork(spec, Hyperparameters.defaults().withSeed(2));
        Pretrained pretrained = pretrained(users.featurizer().layout(), spec, old, Set.of());

        Placement.write(pretrained.onto(users.featurizer().layout(), spec, network.weights()), network);

        Map<String, float[]> tensors = network.weights().tensors();
        old.tensors()
                .forEach(
                        (name, values) -> assertThat(tensors.get(name)).as(name).containsExactly(values));
    }

    @Test
    void rowsFollowTheirFeaturesIntoAnotherWatchAndTheRestStaysFresh() {
        // one column each, so that a value is a row: averages of n0 and n1, then their deviations
        Weights old = Weights.of(Map.of(
                "dense.w", new float[] {1, 2, 3, 4},
                "dense.b", new float[] {5},
                "embedding.0", new float[] {6, 7},
                "out.w", new float[] {8, 9, 10, 11},
                "out.b", new float[] {12, 13}));
        Weights fresh = Weights.of(Map.of(
                "dense.w", new float[] {-1, -2, -3, -4},
                "dense.b", new float[] {-5},
                "embedding.0", new float[] {-6, -7},
                "embedding.1", new float[] {-8, -9},
                "out.w", new float[] {-1, -2, -3, -4, -5, -6},
                "out.b", new float[] {-7, -8}));

        Map<String, float[]> started = pretrained(OLD, tiny(OLD), old, Set.of())
                .onto(OTHER, tiny(OTHER), fresh)
                .tensors();

        // n1, then n0 in another scale
        assertThat(started.get("dense.w")).containsExactly(2, -2, 4, -4);
        assertThat(started.get("dense.b")).containsExactly(5);
        assertThat(started.get("embedding.0")).containsExactly(-6, -7);
        assertThat(started.get("embedding.1")).containsExactly(6, 7);
        // c1, c0, the hidden unit; two dimensions each
        assertThat(started.get("out.w")).containsExactly(-1, -2, 8, 9, 10, 11);
        assertThat(started.get("out.b")).containsExactly(12, 13);
    }

    @Test
    void sharedInputsKeepTheOldScaling() {
        Scaling scaling = Scaling.of(new float[] {1, 2}, new float[] {3, 4}, Map.of());
        Pretrained pretrained = new Pretrained(
                "old",
                OLD,
                scaling,
                tiny(OLD),
                new TwinNetwork(tiny(OLD), Hyperparameters.defaults()).weights(),
                Set.of());

        Scaling mixed = pretrained.onto(OTHER, Scaling.of(new float[] {10, 20}, new float[] {30, 40}, Map.of()));

        assertThat(mixed.means()).containsExactly(2, 20);
        assertThat(mixed.deviations()).containsExactly(4, 40);
        assertThat(pretrained.sharedWith(OTHER)).containsExactly("n1", "c0");
    }

    @Test
    void frozenLayersStayAndOthersLearn() {
        SyntheticUsers users = SyntheticUsers.with(2, 1, 8, 6, 3);
        EncoderSpec spec = users.spec(EncoderKind.TCN, 8);
        Weights old = new TwinNetwork(spec, Hyperparameters.defaults()).weights();
        Pretrained pretrained = pretrained(users.featurizer().layout(), spec, old, Set.of("embedding", "conv.0"));

        Map<String, float[]> learned = new Trainer(users.featurizer(), Snapshots.NONE, Optional.of(pretrained))
                .train(spec, users.users(4, 3), Hyperparameters.defaults().withIterations(5), Progress.SILENT)
                .weights()
                .tensors();

        for (String frozen : List.of("embedding.0", "conv.0.w", "conv.0.b")) {
            assertThat(learned.get(frozen))
                    .as(frozen)
                    .containsExactly(old.tensors().get(frozen));
        }
        for (String free : List.of("conv.1.w", "out.w")) {
            assertThat(learned.get(free)).as(free).isNotEqualTo(old.tensors().get(free));
        }
    }

    @Test
    void withATenthOfTheUsersFineTuningBeatsTrainingFromScratch() {
        SyntheticUsers users = SyntheticUsers.with(4, 1, 256, 16, 11);
        EncoderSpec spec = users.spec(EncoderKind.BAG, 32);
        Hyperparameters settings = Hyperparameters.defaults().withIterations(100);
        Trainer scratch = new Trainer(users.featurizer());
        Weights many = scratch.train(spec, users.users(120, 8), settings, Progress.SILENT)
                .weights();
        TrainingWindows few = users.users(12, 8);
        TrainingWindows unseen = users.users(30, 6);
        Pretrained pretrained = pretrained(users.featurizer().layout(), spec, many, Set.of());

        Trained fresh = scratch.train(spec, few, settings, Progress.SILENT);
        Trained tuned = new Trainer(users.featurizer(), Snapshots.NONE, Optional.of(pretrained))
                .train(spec, few, settings, Progress.SILENT);

        assertThat(TrainerTest.errorOn(unseen, tuned.encoder(), users.featurizer()))
                .isLessThan(.7 * TrainerTest.errorOn(unseen, fresh.encoder(), users.featurizer()));
    }

    @Test
    void unknownLayersAreRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> new TwinNetwork(tiny(OLD), Hyperparameters.defaults(), Set.of("conv.7")))
                .hasMessage("--freeze conv.7: the network has the layers dense, embedding.0, out: name one of them");
    }

    @Test
    void freezingEverythingIsRefused() {
        assertThatThrownBy(() ->
                        new TwinNetwork(tiny(OLD), Hyperparameters.defaults(), Set.of("dense", "embedding", "out")))
                .hasMessage("--freeze dense,embedding,out leaves no layer to learn: name fewer");
    }

    @Test
    void aSetKeepsTheValuesAndPairsOfASharedCategory() {
        Layout one = layout("{name: c0, field: c0, as: category, buckets: 2}");
        Layout two = layout(
                "{name: c1, field: c1, as: category, buckets: 2}", "{name: c0, field: c0, as: category, buckets: 2}");
        EncoderSpec spec = EncoderSpec.set(4, 0, List.of(2), 2);
        EncoderSpec both = EncoderSpec.set(4, 0, List.of(2, 2), 2);
        float[] old = new TwinNetwork(spec, Hyperparameters.defaults())
                .weights()
                .tensors()
                .get("out.w");
        Weights fresh = new TwinNetwork(both, Hyperparameters.defaults().withSeed(2)).weights();
        Weights known = Weights.of(Map.of("out.w", old, "out.b", new float[2]));

        float[] started = pretrained(one, spec, known, Set.of())
                .onto(two, both, fresh)
                .tensors()
                .get("out.w");

        int ofOne = SetInputs.rows(List.of(2)) * 2;
        assertThat(Arrays.copyOfRange(started, 0, ofOne))
                .containsExactly(Arrays.copyOf(fresh.tensors().get("out.w"), ofOne));
        assertThat(Arrays.copyOfRange(started, ofOne, 2 * ofOne)).containsExactly(old);
    }

    @Test
    void frozenLayerThatReadsNewFeaturesIsRefused() {
        Weights old = new TwinNetwork(tiny(OLD), Hyperparameters.defaults()).weights();
        Weights fresh = new TwinNetwork(tiny(OTHER), Hyperparameters.defaults()).weights();

        assertThatThrownBy(
                        () -> pretrained(OLD, tiny(OLD), old, Set.of("dense")).onto(OTHER, tiny(OTHER), fresh))
                .hasMessage(
                        "--freeze dense: it reads what old.bundle does not know and would stay random: freeze layers"
                                + " that only read shared features");
    }

    @Test
    void watchWithNoSharedFeatureIsRefused() {
        Layout stranger = layout("{name: n0, field: n0, as: change}");
        Weights old = new TwinNetwork(tiny(OLD), Hyperparameters.defaults()).weights();

        assertThatThrownBy(() -> pretrained(OLD, tiny(OLD), old, Set.of()).sharedWith(stranger))
                .hasMessage(
                        "old.bundle shares no feature with watch test: a shared one has the same name, kind, and scale"
                                + " or buckets");
    }

    private static Pretrained pretrained(Layout layout, EncoderSpec spec, Weights weights, Set<String> frozen) {
        return new Pretrained(
                "old.bundle", layout, Scaling.none(Featurizer.denseInputs(layout)), spec, weights, frozen);
    }

    private static Layout layout(String... features) {
        return Layout.of(WatchFile.parse(
                "test.yaml",
                "watch: test\nentity: user\nsequence: {length: 4, minimum: 1}\nfeatures: ["
                        + String.join(", ", Arrays.asList(features)) + "]\n"));
    }

    /** A bag with embeddings and a hidden layer of one value each and two dimensions. */
    private static EncoderSpec tiny(Layout layout) {
        List<Integer> buckets = Arrays.stream(
                        new Featurizer(layout, Scaling.none(Featurizer.denseInputs(layout))).buckets())
                .boxed()
                .toList();
        return new EncoderSpec(EncoderKind.BAG, 4, Featurizer.denseInputs(layout), buckets, 1, 1, 1, List.of(), 2);
    }
}
