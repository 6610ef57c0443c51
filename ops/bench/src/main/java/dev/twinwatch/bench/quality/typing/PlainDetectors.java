package dev.twinwatch.bench.quality.typing;

import dev.twinwatch.bench.quality.measure.ErrorRate;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.bench.quality.measure.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Four of the detectors that Killourhy and Maxion compared, by their protocol. */
final class PlainDetectors {
    private static final Map<String, Function<double[][], Detector>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("Euclidean", PlainDetectors::euclidean);
        ALL.put("Manhattan", own -> manhattan(mean(own), ones(own[0].length)));
        ALL.put("Manhattan, scaled", own -> manhattan(mean(own), meanDeviation(own)));
        ALL.put("nearest neighbour, Mahalanobis", NearestMahalanobis::of);
    }

    /** How unlike its subject a repetition is. */
    interface Detector {
        double score(double[] repetition);
    }

    private PlainDetectors() {}

    /** Mean equal error rate of each detector over all subjects. */
    static List<Figure> figures(Timings timings) {
        List<Figure> figures = new ArrayList<>();
        ALL.forEach((name, training) ->
                figures.add(new Figure("cmu-keystroke", name + ": EER, 200 references", meanError(timings, training))));
        return figures;
    }

    private static double meanError(Timings timings, Function<double[][], Detector> training) {
        List<Double> errors = new ArrayList<>();
        timings.bySubject().forEach((subject, repetitions) -> {
            Detector detector = training.apply(Arrays.copyOf(repetitions, Numbers.ENROLLED));
            double[] genuine = Arrays.stream(repetitions)
                    .skip(Numbers.ENROLLED)
                    .mapToDouble(detector::score)
                    .toArray();
            double[] impostors = timings.bySubject().entrySet().stream()
                    .filter(other -> !other.getKey().equals(subject))
                    .flatMap(other -> Arrays.stream(other.getValue()).limit(Numbers.IMPOSTOR_REPETITIONS))
                    .mapToDouble(detector::score)
                    .toArray();
            errors.add(ErrorRate.equal(genuine, impostors));
        });
        return Sample.of(errors).mean();
    }

    private static Detector euclidean(double[][] own) {
        double[] mean = mean(own);
        return repetition -> {
            double squares = 0;
            for (int i = 0; i < mean.length; i++) {
                squares += (repetition[i] - mean[i]) * (repetition[i] - mean[i]);
            }
            return squares;
        };
    }

    private static Detector manhattan(double[] mean, double[] scale) {
        return repetition -> {
            double sum = 0;
            for (int i = 0; i < mean.length; i++) {
                sum += Math.abs(repetition[i] - mean[i]) / scale[i];
            }
            return sum;
        };
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    private static double[] meanDeviation(double[][] rows) {
        double[] mean = mean(rows);
        double[] deviation = new double[mean.length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                deviation[i] += Math.abs(row[i] - mean[i]) / rows.length;
            }
        }
        return deviation;
    }
}
