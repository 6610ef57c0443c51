package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.network.Encoder;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TowersMatchTheEngineTest {
    private static final int LENGTH = 12;

    @ParameterizedTest
    @CsvSource({
        "BAG,3,0", "BAG,3,1", "BAG,2,2", "BAG,0,1", "BAG,0,2",
        "TCN,3,0", "TCN,3,1", "TCN,2,2", "TCN,0,1", "TCN,0,2",
        "LSTM,3,0", "LSTM,3,1", "LSTM,2,2", "LSTM,0,1", "LSTM,0,2",
        "MLP,3,0", "MLP,3,1", "MLP,2,2", "MLP,0,1", "MLP,0,2",
        "SET,0,1", "SET,0,2"
    })
    void windowsOfEveryLengthHaveTheSameEmbeddingInTrainingAndInTheEngine(
            EncoderKind kind, int numbers, int categories) {
        SyntheticUsers users = SyntheticUsers.with(numbers, categories, 50, LENGTH, 7);
        EncoderSpec spec = users.spec(kind, 16);
        TwinNetwork network = new TwinNetwork(spec, Hyperparameters.defaults().withSeed(3));
        // biases start at 0 and would hide a mistake in how they are read
        network.graph().params().addi(.05);
        List<Inputs> windows = new ArrayList<>();
        for (int events = 1; events <= LENGTH; events++) {
            Inputs inputs = users.featurizer().newInputs();
            users.featurizer().fill(users.window(events), inputs);
            windows.add(inputs);
        }

        network.embed(windows.subList(0, 2)); // a batch of another size before it
        float[][] trained = network.embed(windows);

        Encoder engine = Encoder.of(spec, network.weights());
        for (int i = 0; i < windows.size(); i++) {
            float[] served = new float[spec.dimensions()];
            engine.encode(windows.get(i), served);
            assertThat(trained[i]).containsExactly(served, Offset.offset(1e-5f));
        }
    }
}
