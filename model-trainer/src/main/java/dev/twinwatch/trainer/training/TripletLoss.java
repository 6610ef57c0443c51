package dev.twinwatch.trainer.training;

/**
 * Anchor, positive and one mined negative: max(0, D(a, p) - D(a, n) + margin) with squared distances D, averaged over all
 * pairs of an anchor and a positive.
 *
 * <p>The negative is semi-hard: the nearest of those further away than the positive, else the furthest of all, as the
 * hardest ones collapse a network that knows nothing yet. Schroff et al., FaceNet, 2015. For one that knows something there is
 * {@link BatchHardLoss}.
 */
final class TripletLoss extends EmbeddingLoss {
    private static final long serialVersionUID = 1;

    private final double margin;

    TripletLoss(double margin) {
        this.margin = margin;
    }

    @Override
    double lossAndGradient(double[][] x, int[] labels, double[][] gradient) {
        int pairs = 0;
        for (int a = 0; a < x.length; a++) {
            for (int p = 0; p < x.length; p++) {
                pairs += a != p && labels[a] == labels[p] ? 1 : 0;
            }
        }
        double loss = 0;
        for (int a = 0; a < x.length; a++) {
            double[] distance = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                distance[j] = squaredDistance(x[a], x[j]);
            }
            for (int p = 0; p < x.length; p++) {
                if (a == p || labels[a] != labels[p]) {
                    continue;
                }
                int n = semiHard(distance, labels, labels[a], distance[p]);
                double violation = n < 0 ? 0 : distance[p] - distance[n] + margin;
                if (violation > 0) {
                    loss += violation / pairs;
                    push(x, a, p, n, 2.0 / pairs, gradient);
                }
            }
        }
        return loss;
    }

    private static int semiHard(double[] distance, int[] labels, int own, double positive) {
        int nearestBeyond = -1;
        int furthest = -1;
        for (int j = 0; j < distance.length; j++) {
            if (labels[j] == own) {
                continue;
            }
            if (distance[j] > positive && (nearestBeyond < 0 || distance[j] < distance[nearestBeyond])) {
                nearestBeyond = j;
            }
            if (furthest < 0 || distance[j] > distance[furthest]) {
                furthest = j;
            }
        }
        return nearestBeyond >= 0 ? nearestBeyond : furthest;
    }

    static void push(double[][] x, int a, int p, int n, double factor, double[][] gradient) {
        for (int d = 0; d < x[a].length; d++) {
            gradient[a][d] += factor * (x[n][d] - x[p][d]);
            gradient[p][d] += factor * (x[p][d] - x[a][d]);
            gradient[n][d] += factor * (x[a][d] - x[n][d]);
        }
    }
}
