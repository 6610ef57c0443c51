package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.Encoder;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TrainerTest {
    @ParameterizedTest
    @CsvSource({"BAG, 1, .75", "TCN, 0, .75"})
    void unseenUsersAreToldApartMuchBetterAfterHundredBatches(EncoderKind kind, int categories, double share) {
        SyntheticUsers users = SyntheticUsers.with(4, categories, 256, 16, 11);
        TrainingWindows known = users.users(120, 8);
        TrainingWindows unseen = users.users(30, 6);
        Hyperparameters settings = Hyperparameters.defaults().withIterations(100);
        Encoder untrained = Encoder.of(users.spec(kind, 32), new TwinNetwork(users.spec(kind, 32), settings).weights());

        Trained trained = new Trainer(users.featurizer()).train(users.spec(kind, 32), known, settings, Progress.SILENT);

        assertThat(errorOn(unseen, trained.encoder(), users.featurizer()))
                .isLessThan(share * errorOn(unseen, untrained, users.featurizer()));
    }

    @Test
    void sameSeedGivesTheSameWeightsAndAnotherSeedOthers() {
        SyntheticUsers users = SyntheticUsers.with(2, 1, 32, 8, 11);
        TrainingWindows windows = users.users(12, 4);
        Hyperparameters settings = Hyperparameters.defaults().withIterations(30);
        Trainer trainer = new Trainer(users.featurizer());
        EncoderSpec spec = users.spec(EncoderKind.BAG, 8);

        Trained first = trainer.train(spec, windows, settings, Progress.SILENT);
        Trained second = trainer.train(spec, windows, settings, Progress.SILENT);
        Trained other = trainer.train(spec, windows, settings.withSeed(2), Progress.SILENT);

        assertThat(second.weights().tensors().get("out.w"))
                .containsExactly(first.weights().tensors().get("out.w"));
        assertThat(other.weights().tensors().get("out.w"))
                .isNotEqualTo(first.weights().tensors().get("out.w"));
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void everyLossGoesDownWithOnlyTwoUsers(LossKind loss) {
        SyntheticUsers users = SyntheticUsers.with(2, 1, 32, 8, 11);
        List<Double> losses = new ArrayList<>();

        Trained trained = new Trainer(users.featurizer())
                .train(
                        users.spec(EncoderKind.BAG, 8),
                        users.users(2, 6),
                        Hyperparameters.of(loss).withIterations(100),
                        (iteration, of, lossNow, validation) -> losses.add(lossNow));

        assertThat(losses.get(3)).isLessThan(losses.get(0));
        assertThat(trained.validation()).isEmpty();
        assertThat(trained.bestIteration()).isEqualTo(100);
    }

    @Test
    void windowsConfirmedAsFraudEndFurtherFromTheirEntityThanWithoutLabels() {
        SyntheticUsers users = SyntheticUsers.with(4, 1, 256, 16, 11);
        // nine, so that none is held out
        TrainingWindows own = users.users(9, 8);
        List<List<Window>> frauds = new ArrayList<>();
        BitSet second = new BitSet();
        second.set(8, 16);
        for (int e = 0; e < own.entities(); e++) {
            TrainingWindows thief = users.users(1, 8);
            List<Window> taken = new ArrayList<>();
            for (int w = 0; w < 8; w++) {
                taken.add(own.window(e, w).taking(second, thief.window(0, w)));
            }
            frauds.add(taken);
        }
        TrainingWindows confirmed = TrainingWindows.of(frauds);
        EncoderSpec spec = users.spec(EncoderKind.BAG, 32);
        Trainer trainer = new Trainer(users.featurizer());
        Hyperparameters settings = Hyperparameters.defaults().withIterations(100);

        Trained without = trainer.train(spec, own, settings, Progress.SILENT);
        Trained with = trainer.train(spec, own, confirmed, settings, Progress.SILENT);

        assertThat(cosineBetween(own, confirmed, with, users.featurizer()))
                .isLessThan(cosineBetween(own, confirmed, without, users.featurizer()) - .05);
    }

    private static double cosineBetween(
            TrainingWindows own, TrainingWindows frauds, Trained trained, Featurizer featurizer) {
        Encoder encoder = trained.encoder();
        Inputs inputs = featurizer.newInputs();
        double sum = 0;
        for (int e = 0; e < own.entities(); e++) {
            float[] honest = new float[encoder.dimensions()];
            float[] fraud = new float[encoder.dimensions()];
            featurizer.fill(own.window(e, 0), inputs);
            encoder.encode(inputs, honest);
            featurizer.fill(frauds.window(e, 1), inputs);
            encoder.encode(inputs, fraud);
            sum += EqualErrorRate.cosine(honest, fraud) / own.entities();
        }
        return sum;
    }

    @Test
    void fifthOfFewUsersAndTenthOfManyIsHeldOut() {
        SyntheticUsers users = SyntheticUsers.with(2, 0, 32, 8, 11);
        Hyperparameters settings = Hyperparameters.defaults().withIterations(1);
        Trainer trainer = new Trainer(users.featurizer());

        Trained ofTen = trainer.train(users.spec(EncoderKind.BAG, 8), users.users(10, 3), settings, Progress.SILENT);
        Trained ofForty = trainer.train(users.spec(EncoderKind.BAG, 8), users.users(40, 3), settings, Progress.SILENT);
        Trained ofEighty = trainer.train(users.spec(EncoderKind.BAG, 8), users.users(80, 3), settings, Progress.SILENT);

        assertThat(ofTen.heldOut()).hasSize(2);
        assertThat(ofForty.heldOut()).hasSize(6);
        assertThat(ofEighty.heldOut()).hasSize(8);
        assertThat(ofForty.validation()).isPresent();
    }

    @Test
    void whereAllTeachNobodyMeasuresAndTheBatchesAreThoseOfTheSettings() {
        SyntheticUsers users = SyntheticUsers.with(2, 0, 32, 8, 11);

        Trained trained = new Trainer(users.featurizer())
                .trainOnAll(
                        users.spec(EncoderKind.BAG, 8),
                        users.users(12, 3),
                        TrainingWindows.of(Collections.nCopies(12, List.of())),
                        Hyperparameters.defaults().withIterations(30),
                        Progress.SILENT);

        assertThat(trained.heldOut()).isEmpty();
        assertThat(trained.validation()).isEmpty();
        assertThat(trained.iterations()).isEqualTo(30);
        assertThat(trained.bestIteration()).as("the latest weights").isEqualTo(30);
    }

    @Test
    void usersWithASingleWindowAreLeftOutAndKeepTheirIndex() {
        SyntheticUsers users = SyntheticUsers.with(2, 0, 32, 8, 11);
        List<List<Window>> windows = new ArrayList<>();
        for (int u = 0; u < 12; u++) {
            windows.add(users.windows(u < 2 ? 1 : 3));
        }

        Trained trained = new Trainer(users.featurizer())
                .train(
                        users.spec(EncoderKind.BAG, 8),
                        TrainingWindows.of(windows),
                        Hyperparameters.defaults().withIterations(5),
                        Progress.SILENT);

        assertThat(trained.heldOut()).hasSize(2).doesNotContain(0, 1);
    }

    @Test
    void oneUserIsRefused() {
        SyntheticUsers users = SyntheticUsers.with(2, 0, 32, 8, 11);

        assertThatThrownBy(() -> new Trainer(users.featurizer())
                        .train(
                                users.spec(EncoderKind.BAG, 8),
                                users.users(1, 9),
                                Hyperparameters.defaults(),
                                Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("training has 1 entities, of which 1 with two or more windows, expected at least 2:"
                        + " give more history");
    }

    @Test
    void specOfAnotherWatchIsRefused() {
        SyntheticUsers users = SyntheticUsers.with(2, 1, 32, 8, 11);
        SyntheticUsers others = SyntheticUsers.with(3, 1, 32, 8, 11);

        assertThatThrownBy(() -> new Trainer(users.featurizer())
                        .train(
                                others.spec(EncoderKind.BAG, 8),
                                users.users(4, 3),
                                Hyperparameters.defaults(),
                                Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("encoder reads 3 dense inputs")
                .hasMessageContaining("the watch makes 2");
    }

    @Test
    void givenPairsTeachToTellHeldOutPairsApart() {
        SyntheticUsers users = SyntheticUsers.with(4, 1, 256, 16, 11);
        TrainingWindows known = users.users(120, 8);
        List<PairedWindows.Pair> pairs = new ArrayList<>();
        for (int u = 0; u < 120; u++) {
            for (int w = 1; w < 8; w++) {
                Window left = known.window(u, w);
                pairs.add(new PairedWindows.Pair(left, known.window(u, w - 1), true));
                pairs.add(new PairedWindows.Pair(left, known.window((u + w) % 120, w), false));
            }
        }

        Trained trained = new Trainer(users.featurizer())
                .train(
                        users.spec(EncoderKind.BAG, 32),
                        new PairedWindows(pairs),
                        Hyperparameters.defaults().withIterations(100),
                        Progress.SILENT);

        assertThat(trained.validation().orElseThrow())
                .isLessThan(.7 * trained.untrained().orElseThrow());
    }

    @Test
    void pairsOfOneKindOnlyAreRefused() {
        SyntheticUsers users = SyntheticUsers.with(2, 0, 32, 8, 11);
        PairedWindows pairs =
                new PairedWindows(List.of(new PairedWindows.Pair(users.window(8), users.window(8), true)));

        assertThatThrownBy(() -> new Trainer(users.featurizer())
                        .train(users.spec(EncoderKind.BAG, 8), pairs, Hyperparameters.defaults(), Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 alike and 0 unlike pairs, expected at least one of each");
    }

    static double errorOn(TrainingWindows windows, Encoder encoder, Featurizer featurizer) {
        List<List<float[]>> embeddings = new ArrayList<>();
        Inputs inputs = featurizer.newInputs();
        for (int e = 0; e < windows.entities(); e++) {
            embeddings.add(new ArrayList<>());
            for (int w = 0; w < windows.count(e); w++) {
                float[] embedding = new float[encoder.dimensions()];
                featurizer.fill(windows.window(e, w), inputs);
                encoder.encode(inputs, embedding);
                embeddings.get(e).add(embedding);
            }
        }
        return Arrays.stream(EqualErrorRate.againstTheUsual(embeddings))
                .average()
                .orElseThrow();
    }
}
