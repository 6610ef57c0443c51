package dev.twinwatch.trainer.training;

/**
 * Every window picks its own entity's windows out of the batch by softmax over similarities.
 *
 * <p>L = average over anchors i with positives P(i) of -1/|P(i)| sum over p of log(exp(x_i x_p / tau) / sum over a != i of
 * exp(x_i x_a / tau)); Khosla et al., Supervised Contrastive Learning, 2020, L_out.
 */
final class SupervisedContrastiveLoss extends EmbeddingLoss {
    private static final long serialVersionUID = 1;

    private final double tau;

    SupervisedContrastiveLoss(double tau) {
        this.tau = tau;
    }

    @Override
    double lossAndGradient(double[][] x, int[] labels, double[][] gradient) {
        int rows = x.length;
        double[][] similarity = similarities(x);
        int[] positives = positives(labels);
        int anchors = 0;
        for (int count : positives) {
            anchors += count > 0 ? 1 : 0;
        }
        double loss = 0;
        double[][] bySimilarity = new double[rows][rows];
        for (int i = 0; i < rows; i++) {
            if (positives[i] == 0) {
                continue;
            }
            double logSum = logSum(similarity[i], i);
            for (int a = 0; a < rows; a++) {
                if (a == i) {
                    continue;
                }
                boolean alike = labels[a] == labels[i];
                loss += alike ? (logSum - similarity[i][a]) / positives[i] : 0;
                bySimilarity[i][a] = Math.exp(similarity[i][a] - logSum) - (alike ? 1.0 / positives[i] : 0);
            }
        }
        // a similarity belongs to both its rows, once as anchor and once as the other
        for (int i = 0; i < rows; i++) {
            for (int a = 0; a < rows; a++) {
                add((bySimilarity[i][a] + bySimilarity[a][i]) / (tau * Math.max(1, anchors)), x[a], gradient[i]);
            }
        }
        return anchors == 0 ? 0 : loss / anchors;
    }

    private double[][] similarities(double[][] x) {
        double[][] similarity = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                similarity[i][j] = dot(x[i], x[j]) / tau;
                similarity[j][i] = similarity[i][j];
            }
        }
        return similarity;
    }

    private static int[] positives(int[] labels) {
        int[] counts = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            for (int a = 0; a < labels.length; a++) {
                counts[i] += a != i && labels[a] == labels[i] ? 1 : 0;
            }
        }
        return counts;
    }

    private static double logSum(double[] similarity, int without) {
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < similarity.length; a++) {
            most = a == without ? most : Math.max(most, similarity[a]);
        }
        double sum = 0;
        for (int a = 0; a < similarity.length; a++) {
            sum += a == without ? 0 : Math.exp(similarity[a] - most);
        }
        return most + Math.log(sum);
    }
}
