package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.Encoder;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrainerTest {
    @ParameterizedTest
    @EnumSource(EncoderKind.class)
    void unseenUsersAreToldApartBetterAfterHundredBatches(EncoderKind kind) {
        SyntheticUsers users = SyntheticUsers.with(4, 1, 256, 16, 11);
        TrainingWindows known = users.users(120, 8);
        TrainingWindows unseen = users.users(30, 6);
        Hyperparameters settings = Hyperparameters.defaults().withIterations(100);
        Encoder untrained = Encoder.of(users.spec(kind, 32), new TwinNetwork(users.spec(kind, 32), settings).weights());

        Trained trained = new Trainer(users.featurizer()).train(users.spec(kind, 32), known, settings, Progress.SILENT);

        assertThat(errorOn(unseen, trained.encoder(), users.featurizer()))
                .isLessThan(.85 * errorOn(unseen, untrained, users.featurizer()));
    }

    private static double errorOn(TrainingWindows windows, Encoder encoder, Featurizer featurizer) {
        List<float[]> embeddings = new ArrayList<>();
        List<Integer> entities = new ArrayList<>();
        Inputs inputs = featurizer.newInputs();
        for (int e = 0; e < windows.entities(); e++) {
            for (Window window : windows.of(e)) {
                float[] embedding = new float[encoder.dimensions()];
                featurizer.fill(window, inputs);
                encoder.encode(inputs, embedding);
                embeddings.add(embedding);
                entities.add(e);
            }
        }
        return EqualErrorRate.between(embeddings, entities);
    }
}
