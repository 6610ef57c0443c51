package dev.twinwatch.trainer.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss over all embeddings of a batch at once, told by plain arrays.
 *
 * <p>DL4J knows losses that add up over rows, and divides score and gradient by the number of rows itself. Here every row
 * depends on all others, so that the loss of the batch is one average, handed to DL4J times the number of rows. The sums
 * run over doubles in a fixed order: the same batch gives the same gradient.
 */
abstract class EmbeddingLoss implements ILossFunction {
    private static final long serialVersionUID = 1;

    /**
     * The loss of a batch.
     *
     * @param x embeddings of norm 1, shape [rows][dimensions]
     * @param labels one for each row
     * @param gradient receives the derivative by every value of x; all 0 before the call
     */
    abstract double lossAndGradient(double[][] x, int[] labels, double[][] gradient);

    @Override
    public double computeScore(
            INDArray labels, INDArray output, IActivation activation, @Nullable INDArray mask, boolean average) {
        double[][] x = rows(output);
        double loss = lossAndGradient(x, ints(labels), new double[x.length][x[0].length]);
        return average ? loss : loss * x.length;
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray output, IActivation activation, @Nullable INDArray mask) {
        throw new UnsupportedOperationException(name() + " is a loss of a whole batch: ask for computeScore");
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray output, IActivation activation, @Nullable INDArray mask) {
        double[][] x = rows(output);
        double[][] gradient = new double[x.length][x[0].length];
        lossAndGradient(x, ints(labels), gradient);
        return Nd4j.create(gradient).muli(x.length).castTo(output.dataType());
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray output, IActivation activation, @Nullable INDArray mask, boolean average) {
        return Pair.of(
                computeScore(labels, output, activation, mask, average),
                computeGradient(labels, output, activation, mask));
    }

    @Override
    public String name() {
        return getClass().getSimpleName();
    }

    /** Copied at once: DL4J's own conversion copies row by row, which takes longer than the loss. */
    private static double[][] rows(INDArray output) {
        int columns = output.columns();
        double[] flat = output.dup('c').data().asDouble();
        double[][] rows = new double[output.rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
        }
        return rows;
    }

    /** Labels travel as float32, which holds whole numbers up to 2^24 exactly: dense indices within the batch. */
    private static int[] ints(INDArray labels) {
        return labels.ravel().toIntVector();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }

    /** to += factor * row */
    static void add(double factor, double[] row, double[] to) {
        for (int d = 0; d < row.length; d++) {
            to[d] += factor * row[d];
        }
    }
}
