package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.Fusion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a {@link Fusion} by logistic regression with equal weight for honest and taken-over windows, a little ridge and no
 * negative weight: cyclic coordinate descent with Newton steps.
 */
final class FusionFit {
    private static final int SWEEPS = 60;
    private static final double RIDGE = 0.05;
    /** What single events say needs no restraint: there are as many of them as of windows, and few inputs tell. */
    private static final double RIDGE_OF_EVENTS = 0.005;

    private FusionFit() {}

    /**
     * Fits to all ways of using a model alike, however many windows show each; inputs are in the order of the names. Without
     * takeovers, or honest windows, all weigh alike.
     */
    static Fusion fit(List<String> names, List<Shown> ways) {
        return fit(names, ways, RIDGE);
    }

    /** The same for takeovers of which only single events are meant, so that each event counts by itself. */
    static Fusion ofEvents(List<String> names, List<Shown> ways) {
        return fit(names, ways, RIDGE_OF_EVENTS);
    }

    private static Fusion fit(List<String> names, List<Shown> ways, double ridge) {
        int inputs = names.size();
        List<Shown> shown = ways.stream().filter(Shown::hasBoth).toList();
        List<Row> rows = rows(shown.isEmpty() ? ways : shown);
        double[] usual = new double[inputs];
        double[] spread = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            double weights = 0;
            double sum = 0;
            double squares = 0;
            for (Row row : rows) {
                double weight = row.taken() ? 0 : row.weight();
                weights += weight;
                sum += weight * row.inputs()[i];
                squares += weight * row.inputs()[i] * row.inputs()[i];
            }
            usual[i] = weights == 0 ? 0 : sum / weights;
            double variance = weights == 0 ? 0 : squares / weights - usual[i] * usual[i];
            spread[i] = variance > 1e-12 ? Math.sqrt(variance) : 1;
        }
        double[] weights = new double[inputs];
        double bias = 0;
        if (shown.isEmpty()) {
            Arrays.fill(weights, 1.0 / inputs);
        } else {
            double[] solution = descend(standardised(rows, usual, spread), inputs, ridge);
            bias = solution[inputs];
            System.arraycopy(solution, 0, weights, 0, inputs);
        }
        List<Double> scaled = new ArrayList<>();
        List<Double> centres = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            double weight = weights[i] / spread[i];
            scaled.add(weight);
            centres.add(usual[i]);
            bias -= weight * usual[i];
        }
        return new Fusion(names, bias, scaled, centres);
    }

    /** One window; the weights of all are 1 together. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(double[] inputs, boolean taken, double weight) {}

    private static List<Row> rows(List<Shown> ways) {
        List<Row> rows = new ArrayList<>();
        for (Shown way : ways) {
            way.honest()
                    .forEach(inputs ->
                            rows.add(new Row(inputs, false, 0.5 / way.honest().size() / ways.size())));
            way.taken()
                    .forEach(inputs ->
                            rows.add(new Row(inputs, true, 0.5 / way.taken().size() / ways.size())));
        }
        return rows;
    }

    private static List<Row> standardised(List<Row> rows, double[] usual, double[] spread) {
        return rows.stream()
                .map(row -> {
                    double[] inputs = new double[usual.length];
                    for (int i = 0; i < usual.length; i++) {
                        double off = (row.inputs()[i] - usual[i]) / spread[i];
                        inputs[i] = Math.max(-20, Math.min(20, off));
                    }
                    return new Row(inputs, row.taken(), row.weight());
                })
                .toList();
    }

    /** Weights of the standardised inputs, then the bias. */
    private static double[] descend(List<Row> rows, int inputs, double ridge) {
        double[] solution = new double[inputs + 1];
        double[] scores = new double[rows.size()];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i <= inputs; i++) {
                double gradient = i < inputs ? ridge * solution[i] : 0;
                double curvature = i < inputs ? ridge : 0;
                for (int n = 0; n < scores.length; n++) {
                    Row row = rows.get(n);
                    double x = i < inputs ? row.inputs()[i] : 1;
                    double probability = 1 / (1 + Math.exp(-scores[n]));
                    gradient += row.weight() * (probability - (row.taken() ? 1 : 0)) * x;
                    curvature += row.weight() * Math.max(0.01, probability * (1 - probability)) * x * x;
                }
                double before = solution[i];
                double after = before - gradient / Math.max(curvature, 1e-9);
                solution[i] = i < inputs ? Math.max(0, after) : after;
                for (int n = 0; n < scores.length; n++) {
                    scores[n] +=
                            (solution[i] - before) * (i < inputs ? rows.get(n).inputs()[i] : 1);
                }
            }
        }
        return solution;
    }
}
