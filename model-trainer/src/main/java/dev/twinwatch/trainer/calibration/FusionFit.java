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
    /** Few inputs tell single events apart. With 0.005 their tail, and with it the limit, rises too far. */
    private static final double RIDGE_OF_EVENTS = 0.02;

    private FusionFit() {}

    /** Fits; both lists hold inputs in the order of the names. Without takeovers, or honest windows, all weigh alike. */
    static Fusion fit(List<String> names, List<double[]> honest, List<double[]> takeovers) {
        return fit(names, honest, takeovers, RIDGE);
    }

    /** The same for takeovers of which only single events are meant, so that each event counts by itself. */
    static Fusion ofEvents(List<String> names, List<double[]> honest, List<double[]> events) {
        return fit(names, honest, events, RIDGE_OF_EVENTS);
    }

    private static Fusion fit(List<String> names, List<double[]> honest, List<double[]> takeovers, double ridge) {
        int inputs = names.size();
        double[] usual = new double[inputs];
        double[] spread = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : honest) {
                sum += row[i];
                squares += row[i] * row[i];
            }
            usual[i] = honest.isEmpty() ? 0 : sum / honest.size();
            double variance = honest.isEmpty() ? 0 : squares / honest.size() - usual[i] * usual[i];
            spread[i] = variance > 1e-12 ? Math.sqrt(variance) : 1;
        }
        double[] weights = new double[inputs];
        double bias = 0;
        if (honest.isEmpty() || takeovers.isEmpty()) {
            Arrays.fill(weights, 1.0 / inputs);
        } else {
            double[][] rows = standardised(honest, takeovers, usual, spread);
            double[] solution = descend(rows, honest.size(), ridge);
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

    private static double[][] standardised(
            List<double[]> honest, List<double[]> takeovers, double[] usual, double[] spread) {
        List<double[]> all = new ArrayList<>(honest);
        all.addAll(takeovers);
        double[][] rows = new double[all.size()][usual.length];
        for (int n = 0; n < rows.length; n++) {
            for (int i = 0; i < usual.length; i++) {
                double off = (all.get(n)[i] - usual[i]) / spread[i];
                rows[n][i] = Math.max(-20, Math.min(20, off));
            }
        }
        return rows;
    }

    /** Weights of the standardised inputs, then the bias. */
    private static double[] descend(double[][] rows, int honest, double ridge) {
        int inputs = rows[0].length;
        double[] solution = new double[inputs + 1];
        double[] scores = new double[rows.length];
        double honestWeight = 0.5 / honest;
        double takeoverWeight = 0.5 / (rows.length - honest);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i <= inputs; i++) {
                double gradient = i < inputs ? ridge * solution[i] : 0;
                double curvature = i < inputs ? ridge : 0;
                for (int n = 0; n < rows.length; n++) {
                    double x = i < inputs ? rows[n][i] : 1;
                    double probability = 1 / (1 + Math.exp(-scores[n]));
                    double weight = n < honest ? honestWeight : takeoverWeight;
                    gradient += weight * (probability - (n < honest ? 0 : 1)) * x;
                    curvature += weight * Math.max(0.01, probability * (1 - probability)) * x * x;
                }
                double before = solution[i];
                double after = before - gradient / Math.max(curvature, 1e-9);
                solution[i] = i < inputs ? Math.max(0, after) : after;
                for (int n = 0; n < rows.length; n++) {
                    scores[n] += (solution[i] - before) * (i < inputs ? rows[n][i] : 1);
                }
            }
        }
        return solution;
    }
}
