package dev.twinwatch.trainer.training;

import java.util.Arrays;

/**
 * Every window picks its own entity's prototype, the mean of the entity's other windows, out of all prototypes of the batch.
 *
 * <p>L = average over anchors x with a positive of -log(exp(l_own) / sum over entities j of exp(l_j)), l_j = -|x - c_j|^2 / (2
 * tau), c_j the mean of the windows of entity j, without x itself where it is one of them; Snell et al., Prototypical
 * Networks, 2017, with x left out as nobody is tested against itself.
 */
final class PrototypeLoss extends EmbeddingLoss {
    private static final long serialVersionUID = 1;

    private final double tau;

    PrototypeLoss(double tau) {
        this.tau = tau;
    }

    @Override
    double lossAndGradient(double[][] x, int[] labels, double[][] gradient) {
        int entities = Arrays.stream(labels).max().orElse(-1) + 1;
        int[] windows = new int[entities];
        double[][] sums = new double[entities][x[0].length];
        for (int i = 0; i < x.length; i++) {
            windows[labels[i]]++;
            add(1, x[i], sums[labels[i]]);
        }
        int anchors = 0;
        for (int label : labels) {
            anchors += windows[label] > 1 ? 1 : 0;
        }
        double loss = 0;
        double[][] bySum = new double[entities][x[0].length];
        for (int i = 0; i < x.length; i++) {
            if (windows[labels[i]] > 1) {
                loss += anchor(x[i], labels[i], sums, windows, 1.0 / anchors, gradient[i], bySum);
            }
        }
        for (int i = 0; i < x.length; i++) {
            add(1, bySum[labels[i]], gradient[i]);
        }
        return loss;
    }

    /** Adds the gradient by the anchor itself and, to {@code bySum}, that by the sums of all windows of each entity. */
    private double anchor(
            double[] x, int own, double[][] sums, int[] windows, double factor, double[] gradient, double[][] bySum) {
        double[][] prototypes = new double[sums.length][x.length];
        double[] logits = new double[sums.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < sums.length; j++) {
            add(1.0 / others(j, own, windows), sums[j], prototypes[j]);
            add(j == own ? -1.0 / others(j, own, windows) : 0, x, prototypes[j]);
            logits[j] = windows[j] == 0 ? Double.NEGATIVE_INFINITY : -squaredDistance(x, prototypes[j]) / (2 * tau);
            most = Math.max(most, logits[j]);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - most);
        }
        double logSum = most + Math.log(sum);
        for (int j = 0; j < sums.length; j++) {
            double share = factor / tau * (Math.exp(logits[j] - logSum) - (j == own ? 1 : 0));
            double toPrototype = share / others(j, own, windows);
            add(-share, x, gradient);
            add(share, prototypes[j], gradient);
            add(toPrototype, x, bySum[j]);
            add(-toPrototype, prototypes[j], bySum[j]);
            if (j == own) {
                // the sum holds x, its prototype does not
                add(-toPrototype, x, gradient);
                add(toPrototype, prototypes[j], gradient);
            }
        }
        return factor * (logSum - logits[own]);
    }

    /** Windows that make the prototype; 1 for a label that the batch does not have, whose logit is minus infinity. */
    private static int others(int entity, int own, int[] windows) {
        return Math.max(1, windows[entity] - (entity == own ? 1 : 0));
    }
}
