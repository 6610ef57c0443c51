package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LossGradientTest {
    private static final double STEP = 1e-6;
    private static final int[] IDENTITIES = {0, 0, 0, 1, 1, 1, 2, 2, 3, 4};
    private static final int[] PAIRS = {1, 1, 0, 0, 1, 1, 0, 0, 0, 0};

    @Test
    void supervisedContrastiveLossHasTheGradientOfItsValue() {
        assertGradientIsRight(new SupervisedContrastiveLoss(.1), IDENTITIES);
    }

    @Test
    void tripletLossHasTheGradientOfItsValue() {
        assertGradientIsRight(new TripletLoss(.5), IDENTITIES);
    }

    @Test
    void batchHardLossHasTheGradientOfItsValue() {
        assertGradientIsRight(new BatchHardLoss(.5), IDENTITIES);
    }

    @Test
    void prototypeLossHasTheGradientOfItsValue() {
        assertGradientIsRight(new PrototypeLoss(.1), IDENTITIES);
    }

    @Test
    void contrastiveLossHasTheGradientOfItsValue() {
        assertGradientIsRight(new ContrastiveLoss(1.5), PAIRS);
    }

    @Test
    void supervisedContrastiveLossOfEqualEmbeddingsIsTheLogarithmOfTheOthers() {
        double[][] same = {{1, 0}, {1, 0}, {1, 0}, {1, 0}};

        double loss = new SupervisedContrastiveLoss(.1).lossAndGradient(same, new int[] {0, 0, 1, 1}, new double[4][2]);

        assertThat(loss).isEqualTo(Math.log(3), Offset.offset(1e-12));
    }

    @Test
    void tripletLossTakesTheNearestNegativeBeyondThePositive() {
        // squared distances from the anchor: positive .04, negatives .01 (nearer) and .09 (semi-hard)
        double[][] line = {{0}, {.2}, {.1}, {-.3}};

        double loss = new TripletLoss(.06).lossAndGradient(line, new int[] {0, 0, 1, 2}, new double[4][1]);

        // anchor 0: .04 - .09 + .06 = .01; anchor .2: positive .04, beyond it only .25: nothing to push
        assertThat(loss).isEqualTo(.01 / 2, Offset.offset(1e-12));
    }

    @Test
    void batchHardLossTakesTheFurthestPositiveAndTheNearestNegative() {
        // squared distances from 0: positives .04 and .16, negative .09; the others of the entity are further from it
        double[][] line = {{0}, {.2}, {.4}, {-.3}};

        double loss = new BatchHardLoss(.06).lossAndGradient(line, new int[] {0, 0, 0, 1}, new double[4][1]);

        // anchor 0: .16 - .09 + .06 = .13; anchors .2 and .4: .04 - .25 and .16 - .49, far enough; -.3 has no positive
        assertThat(loss).isEqualTo(.13 / 3, Offset.offset(1e-12));
    }

    @Test
    void prototypeOfAWindowsOwnEntityIsMadeWithoutIt() {
        // entity 0 at 0 and 1, entity 1 at 3 alone: only windows of entity 0 have an own prototype
        double[][] line = {{0}, {1}, {3}};

        double loss = new PrototypeLoss(.5).lossAndGradient(line, new int[] {0, 0, 1}, new double[3][1]);

        // tau .5: logits are squared distances below 0. From 0: 1 to the own prototype 1, 9 to 3; from 1: 1 and 4
        double fromZero = 1 + Math.log(Math.exp(-1) + Math.exp(-9));
        double fromOne = 1 + Math.log(Math.exp(-1) + Math.exp(-4));
        assertThat(loss).isEqualTo((fromZero + fromOne) / 2, Offset.offset(1e-12));
    }

    @Test
    void tripletsAreSemiHardAtFirstAndTheHardestLater() {
        Hyperparameters settings = Hyperparameters.of(LossKind.TRIPLET).withIterations(10);

        assertThat(LossKind.TRIPLET.function(settings, 4)).isInstanceOf(TripletLoss.class);
        assertThat(LossKind.TRIPLET.function(settings, 5)).isInstanceOf(BatchHardLoss.class);
    }

    @Test
    void contrastiveLossIsHalfOfEachKindHere() {
        double[][] x = {{0}, {.5}, {0}, {.25}};

        double loss = new ContrastiveLoss(1).lossAndGradient(x, new int[] {1, 1, 0, 0}, new double[4][1]);

        assertThat(loss).isEqualTo((.5 * .5 + .75 * .75) / 2, Offset.offset(1e-12));
    }

    @Test
    void batchWithoutPositivesTeachesNothing() {
        double[][] x = {{1, 0}, {0, 1}};
        double[][] gradient = new double[2][2];

        for (EmbeddingLoss loss :
                List.of(new SupervisedContrastiveLoss(.1), new PrototypeLoss(.1), new BatchHardLoss(.5))) {
            assertThat(loss.lossAndGradient(x, new int[] {0, 1}, gradient)).isZero();
        }
        assertThat(gradient).isDeepEqualTo(new double[2][2]);
    }

    private static void assertGradientIsRight(EmbeddingLoss loss, int[] labels) {
        double[][] x = unitRows(labels.length, 4);
        double[][] gradient = new double[x.length][4];
        assertThat(loss.lossAndGradient(x, labels, gradient)).isPositive();

        for (int i = 0; i < x.length; i++) {
            for (int d = 0; d < 4; d++) {
                double at = x[i][d];
                x[i][d] = at + STEP;
                double above = loss.lossAndGradient(x, labels, new double[x.length][4]);
                x[i][d] = at - STEP;
                double below = loss.lossAndGradient(x, labels, new double[x.length][4]);
                x[i][d] = at;
                assertThat(gradient[i][d]).isEqualTo((above - below) / (2 * STEP), Offset.offset(1e-7));
            }
        }
    }

    private static double[][] unitRows(int rows, int dimensions) {
        Random random = new Random(5);
        double[][] x = new double[rows][dimensions];
        for (double[] row : x) {
            double squares = 0;
            for (int d = 0; d < dimensions; d++) {
                row[d] = random.nextGaussian();
                squares += row[d] * row[d];
            }
            for (int d = 0; d < dimensions; d++) {
                row[d] /= Math.sqrt(squares);
            }
        }
        return x;
    }
}
