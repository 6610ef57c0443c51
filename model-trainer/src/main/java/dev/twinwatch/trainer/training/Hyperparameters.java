package dev.twinwatch.trainer.training;

/**
 * How a network is trained.
 *
 * @param loss what is rewarded
 * @param learningRate of Adam at the start, falling in a straight line to 0 at the last iteration; over 0, at most 1
 * @param batchEntities entities in a batch, 2 to 1024; fewer where the training data has fewer
 * @param batchWindows windows of each of them, 2 to 256; fewer for an entity that has fewer
 * @param iterations most batches, 1 to 1000000; training stops before where validation no longer improves
 * @param weightDecay share of every weight that is taken away in an iteration, times the learning rate; 0 to 1
 * @param tau temperature of the supervised contrastive loss, .01 to 10
 * @param margin by how much unlike windows have to be further apart than alike ones, over 0, at most 4: of squared
 *     distances for triplets, of distances for pairs
 * @param inputNoise deviation of the normal noise that is added to dense inputs, in their own deviations, 0 to 2
 * @param seed decides the first weights, the batches and which entities are held out
 */
public record Hyperparameters(
        LossKind loss,
        double learningRate,
        int batchEntities,
        int batchWindows,
        int iterations,
        double weightDecay,
        double tau,
        double margin,
        double inputNoise,
        long seed) {

    public Hyperparameters {
        require(learningRate > 0 && learningRate <= 1, "learningRate", learningRate, "over 0 and at most 1");
        require(batchEntities >= 2 && batchEntities <= 1024, "batchEntities", batchEntities, "2 to 1024");
        require(batchWindows >= 2 && batchWindows <= 256, "batchWindows", batchWindows, "2 to 256");
        require(iterations >= 1 && iterations <= 1_000_000, "iterations", iterations, "1 to 1000000");
        require(weightDecay >= 0 && weightDecay <= 1, "weightDecay", weightDecay, "0 to 1");
        require(tau >= .01 && tau <= 10, "tau", tau, ".01 to 10, usually .1");
        require(margin > 0 && margin <= 4, "margin", margin, "over 0 and at most 4");
        require(inputNoise >= 0 && inputNoise <= 2, "inputNoise", inputNoise, "0 to 2");
    }

    /** Supervised contrastive loss, tau .1, batches of 32 entities with 4 windows each. */
    public static Hyperparameters defaults() {
        return of(LossKind.SUPERVISED_CONTRASTIVE);
    }

    /** The defaults with another loss and the margin that suits it. */
    public static Hyperparameters of(LossKind loss) {
        double margin = loss == LossKind.CONTRASTIVE ? 1 : .5;
        return new Hyperparameters(loss, .003, 32, 4, 800, .01, .1, margin, 0, 1);
    }

    /** The same with another seed. */
    public Hyperparameters withSeed(long other) {
        return new Hyperparameters(
                loss,
                learningRate,
                batchEntities,
                batchWindows,
                iterations,
                weightDecay,
                tau,
                margin,
                inputNoise,
                other);
    }

    /** The same with another number of iterations. */
    public Hyperparameters withIterations(int other) {
        return new Hyperparameters(
                loss, learningRate, batchEntities, batchWindows, other, weightDecay, tau, margin, inputNoise, seed);
    }

    /** The same with the contrastive loss and, if it was another loss, the margin that suits pairs. */
    public Hyperparameters forPairs() {
        double distance = loss == LossKind.CONTRASTIVE ? margin : of(LossKind.CONTRASTIVE).margin;
        return new Hyperparameters(
                LossKind.CONTRASTIVE,
                learningRate,
                batchEntities,
                batchWindows,
                iterations,
                weightDecay,
                tau,
                distance,
                inputNoise,
                seed);
    }

    private static void require(boolean holds, String name, double value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("training has " + name + " " + value + ", expected " + expected);
        }
    }
}
