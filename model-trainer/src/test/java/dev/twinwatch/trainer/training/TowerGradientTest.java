package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** The gradient that DL4J computes through loss, norm and a whole tower against central differences, in float64. */
final class TowerGradientTest {
    private static final double STEP = 1e-6;
    private static final float[] IDENTITIES = {0, 0, 1, 1, 2, 2};
    private static final float[] PAIRS = {1, 1, 0, 0, 1, 1};

    @ParameterizedTest
    @CsvSource({
        "BAG, SUPERVISED_CONTRASTIVE",
        "BAG, TRIPLET",
        "BAG, PROTOTYPE",
        "BAG, CONTRASTIVE",
        "TCN, SUPERVISED_CONTRASTIVE",
        "TCN, TRIPLET",
        "LSTM, SUPERVISED_CONTRASTIVE",
        "LSTM, TRIPLET",
        "MLP, SUPERVISED_CONTRASTIVE",
        "MLP, TRIPLET",
        "SET, SUPERVISED_CONTRASTIVE",
        "SET, TRIPLET"
    })
    void everyWeightHasTheGradientOfTheLoss(EncoderKind kind, LossKind loss) {
        int length = 5;
        int numbers = kind == EncoderKind.SET ? 0 : 2;
        SyntheticUsers users = SyntheticUsers.with(numbers, 1, 4, length, 9);
        EncoderSpec spec = new EncoderSpec(kind, length, numbers, List.of(4), 2, 3, 2, List.of(1, 2), 3);
        Hyperparameters plain = new Hyperparameters(loss, .01, 0, 3, 2, 0, 1, 0, 0, .5, 1, 1, 0, 4);
        TwinNetwork network = new TwinNetwork(spec, plain, new NoOp(), DataType.DOUBLE, Set.of());
        network.begin(6);
        for (int row = 0; row < 6; row++) {
            Inputs inputs = users.featurizer().newInputs();
            users.featurizer().fill(users.window(2 + row % 4), inputs);
            network.put(row, inputs);
        }
        ComputationGraph graph = network.graph();
        // away from 0, where ReLU has a corner
        graph.params().addi(Nd4j.createFromArray(noise((int) graph.numParams())));

        try (Feed feed = network.tower().feed(DataType.DOUBLE)) {
            graph.setInputs(feed.features());
            graph.setLabels(Nd4j.createFromArray(loss == LossKind.CONTRASTIVE ? PAIRS : IDENTITIES)
                    .reshape(6, 1)
                    .castTo(DataType.DOUBLE));
            if (feed.masks() != null) {
                graph.setLayerMaskArrays(feed.masks(), null);
            }
            graph.computeGradientAndScore();
            // DL4J divides by the rows only when it updates
            INDArray gradient = graph.gradient().gradient().dup().divi(6);

            INDArray params = graph.params();
            for (long i = 0; i < params.length(); i++) {
                double at = params.getDouble(i);
                params.putScalar(i, at + STEP);
                double above = loss(graph);
                params.putScalar(i, at - STEP);
                double below = loss(graph);
                params.putScalar(i, at);
                assertThat(gradient.getDouble(i))
                        .as("parameter %d", i)
                        .isEqualTo((above - below) / (2 * STEP), Offset.offset(1e-6));
            }
        }
        assertThat(network.graph().score()).isPositive();
    }

    private static double loss(ComputationGraph graph) {
        graph.computeGradientAndScore();
        return graph.score();
    }

    private static double[] noise(int size) {
        return new Random(3).doubles(size, -.3, .3).toArray();
    }
}
