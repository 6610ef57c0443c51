package dev.twinwatch.trainer.training;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a network is trained.
 *
 * @param loss what is rewarded
 * @param learningRate of Adam at its highest, over 0, at most 1; it falls in a straight line to 0 at the last iteration
 * @param warmUp share of the iterations in which it rises from 0, 0 to .5
 * @param batchEntities entities in a batch, 2 to 1024; fewer where the training data has fewer
 * @param batchWindows windows of each of them, 2 to 256; fewer for an entity that has fewer
 * @param mixing mixed identities for each real one of a batch, 0 to 4, where sequences end by themselves and have nearly one
 *     length, so that events align by position; elsewhere nothing is mixed. A batch of both kinds has at most twice
 *     {@code batchEntities} identities
 * @param iterations most batches, 1 to 1000000; training stops before where validation no longer improves
 * @param weightDecay share of every weight that is taken away in an iteration, times the learning rate; 0 to 1
 * @param dropout share of the values below the last layer that each window of a batch does without, 0 to .9
 * @param tau temperature of the supervised contrastive and the prototype loss, .01 to 10
 * @param margin by how much unlike windows have to be further apart than alike ones, over 0, at most 4: of squared
 *     distances for triplets, of distances for pairs
 * @param semiHard triplets: share of the iterations in which negatives are semi-hard, 0 to 1; then the furthest positive and
 *     the nearest negative of the batch are taken
 * @param inputNoise deviation of the normal noise that is added to dense inputs, in their own deviations, 0 to 2
 * @param seed decides the first weights, the batches and which entities are held out
 */
public record Hyperparameters(
        LossKind loss,
        double learningRate,
        double warmUp,
        int batchEntities,
        int batchWindows,
        double mixing,
        int iterations,
        double weightDecay,
        double dropout,
        double tau,
        double margin,
        double semiHard,
        double inputNoise,
        long seed) {

    public Hyperparameters {
        require(learningRate > 0 && learningRate <= 1, "learningRate", learningRate, "over 0 and at most 1");
        require(warmUp >= 0 && warmUp <= .5, "warmUp", warmUp, "0 to .5");
        require(batchEntities >= 2 && batchEntities <= 1024, "batchEntities", batchEntities, "2 to 1024");
        require(batchWindows >= 2 && batchWindows <= 256, "batchWindows", batchWindows, "2 to 256");
        require(mixing >= 0 && mixing <= 4, "mixing", mixing, "0 to 4");
        require(iterations >= 1 && iterations <= 1_000_000, "iterations", iterations, "1 to 1000000");
        require(weightDecay >= 0 && weightDecay <= 1, "weightDecay", weightDecay, "0 to 1");
        require(dropout >= 0 && dropout <= .9, "dropout", dropout, "0 to .9");
        require(tau >= .01 && tau <= 10, "tau", tau, ".01 to 10, usually .1");
        require(margin > 0 && margin <= 4, "margin", margin, "over 0 and at most 4");
        require(semiHard >= 0 && semiHard <= 1, "semiHard", semiHard, "0 to 1");
        require(inputNoise >= 0 && inputNoise <= 2, "inputNoise", inputNoise, "0 to 2");
    }

    /** Supervised contrastive loss, tau .1, batches of 32 entities with 4 windows each. */
    public static Hyperparameters defaults() {
        return of(LossKind.SUPERVISED_CONTRASTIVE);
    }

    /** The defaults with another loss and the margin that suits it. */
    public static Hyperparameters of(LossKind loss) {
        double margin = loss == LossKind.CONTRASTIVE ? 1 : .5;
        return new Hyperparameters(loss, .003, .05, 32, 4, 3, 800, .01, 0, .1, margin, .5, 0, 1);
    }

    /** The same with another seed. */
    public Hyperparameters withSeed(long other) {
        return with("seed", other);
    }

    /** The same with another number of iterations. */
    public Hyperparameters withIterations(int other) {
        return with("iterations", other);
    }

    /** The same with the contrastive loss and, if it was another loss, the margin that suits pairs. */
    public Hyperparameters forPairs() {
        double distance = loss == LossKind.CONTRASTIVE ? margin : of(LossKind.CONTRASTIVE).margin;
        return with("loss", LossKind.CONTRASTIVE).with("margin", distance);
    }

    /** All of them by name, in the order of their declaration. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : Hyperparameters.class.getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("hyperparameter " + component.getName() + " cannot be read", e);
            }
        }
        return values;
    }

    /**
     * The same with another value, written as on the command line.
     *
     * @throws IllegalArgumentException where there is no such hyperparameter, or the text is no value of it
     */
    public Hyperparameters with(String name, String text) {
        Object old = values().get(name);
        if (old == null) {
            throw new IllegalArgumentException("training has no hyperparameter " + name + ", but "
                    + String.join(", ", values().keySet()) + ": write one of them");
        }
        try {
            return with(name, parsed(old, text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "training has " + name + " " + text + ", expected a number such as " + old, e);
        }
    }

    private static Object parsed(Object old, String text) {
        if (old instanceof LossKind) {
            return LossKind.valueOf(text);
        }
        if (old instanceof Double) {
            return Double.valueOf(text);
        }
        return old instanceof Integer ? (Object) Integer.valueOf(text) : (Object) Long.valueOf(text);
    }

    private Hyperparameters with(String name, Object value) {
        Map<String, Object> values = values();
        values.put(name, value);
        Class<?>[] types = Arrays.stream(Hyperparameters.class.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return Hyperparameters.class
                    .getDeclaredConstructor(types)
                    .newInstance(values.values().toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof IllegalArgumentException refused ? refused : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("hyperparameter " + name + " cannot be changed", e);
        }
    }

    private static void require(boolean holds, String name, double value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("training has " + name + " " + value + ", expected " + expected);
        }
    }
}
