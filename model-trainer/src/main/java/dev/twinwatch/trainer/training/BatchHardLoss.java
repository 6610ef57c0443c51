package dev.twinwatch.trainer.training;

/**
 * One triplet for each anchor: its furthest positive and its nearest negative in the batch, max(0, D(a, p) - D(a, n) +
 * margin) with squared distances D, averaged over the anchors that have both; Hermans et al., In Defense of the Triplet Loss,
 * 2017.
 *
 * <p>From the first batch on it would collapse a network: it comes after {@link TripletLoss}.
 */
final class BatchHardLoss extends EmbeddingLoss {
    private static final long serialVersionUID = 1;

    private final double margin;

    BatchHardLoss(double margin) {
        this.margin = margin;
    }

    @Override
    double lossAndGradient(double[][] x, int[] labels, double[][] gradient) {
        int[] positive = new int[x.length];
        int[] negative = new int[x.length];
        int anchors = 0;
        for (int a = 0; a < x.length; a++) {
            positive[a] = hardest(x, labels, a, true);
            negative[a] = hardest(x, labels, a, false);
            anchors += positive[a] >= 0 && negative[a] >= 0 ? 1 : 0;
        }
        double loss = 0;
        for (int a = 0; a < x.length; a++) {
            if (positive[a] < 0 || negative[a] < 0) {
                continue;
            }
            double violation = squaredDistance(x[a], x[positive[a]]) - squaredDistance(x[a], x[negative[a]]) + margin;
            if (violation > 0) {
                loss += violation / anchors;
                TripletLoss.push(x, a, positive[a], negative[a], 2.0 / anchors, gradient);
            }
        }
        return loss;
    }

    /** The furthest window of the same entity or the nearest of another one; -1 where there is none. */
    private static int hardest(double[][] x, int[] labels, int anchor, boolean alike) {
        int hardest = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < x.length; j++) {
            if (j == anchor || (labels[j] == labels[anchor]) != alike) {
                continue;
            }
            double distance = squaredDistance(x[anchor], x[j]);
            double hardness = alike ? distance : -distance;
            if (hardness > most) {
                most = hardness;
                hardest = j;
            }
        }
        return hardest;
    }
}
