package dev.twinwatch.trainer.training;

/**
 * Explicit pairs: rows 2i and 2i+1 are pair i, and the label of both rows is 1 where they are alike, else 0.
 *
 * <p>L = average over pairs of D^2 for alike and max(0, margin - D)^2 for unlike ones, D the distance; Hadsell et al.,
 * Dimensionality Reduction by Learning an Invariant Mapping, 2006.
 */
final class ContrastiveLoss extends EmbeddingLoss {
    private static final long serialVersionUID = 1;
    /** Two equal embeddings have no direction in which to part: under this distance there is no gradient. */
    private static final double SAME = 1e-9;

    private final double margin;

    ContrastiveLoss(double margin) {
        this.margin = margin;
    }

    @Override
    double lossAndGradient(double[][] x, int[] labels, double[][] gradient) {
        int pairs = x.length / 2;
        double loss = 0;
        for (int i = 0; i < pairs; i++) {
            int left = 2 * i;
            int right = left + 1;
            double distance = Math.sqrt(squaredDistance(x[left], x[right]));
            double bySquare;
            if (labels[left] == 1) {
                loss += distance * distance / pairs;
                bySquare = 1;
            } else {
                double gap = Math.max(0, margin - distance);
                loss += gap * gap / pairs;
                bySquare = distance < SAME ? 0 : -gap / distance;
            }
            add(2 * bySquare / pairs, x[left], gradient[left]);
            add(-2 * bySquare / pairs, x[right], gradient[left]);
            add(2 * bySquare / pairs, x[right], gradient[right]);
            add(-2 * bySquare / pairs, x[left], gradient[right]);
        }
        return loss;
    }
}
