package dev.twinwatch.sandbox.demo.judging;

import java.util.Arrays;

/** Scores of what was fraud and what was not, and every rate that some threshold makes of them. */
public final class Roc {
    private final double[] fraud;
    private final double[] honest;

    private Roc(double[] fraud, double[] honest) {
        this.fraud = fraud;
        this.honest = honest;
    }

    /** Of these scores; higher is more like fraud. */
    public static Roc of(double[] fraud, double[] honest) {
        double[] sortedFraud = fraud.clone();
        double[] sortedHonest = honest.clone();
        Arrays.sort(sortedFraud);
        Arrays.sort(sortedHonest);
        return new Roc(sortedFraud, sortedHonest);
    }

    /** How often a fraud scores higher than an honest one, ties counting half, 0 to 1; NaN where one kind is missing. */
    public double area() {
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (double score : fraud) {
            while (below < honest.length && honest[below] < score) {
                below++;
            }
            while (upTo < honest.length && honest[upTo] <= score) {
                upTo++;
            }
            wins += (below + upTo) / 2.0;
        }
        return wins / fraud.length / honest.length;
    }

    /** The largest share of frauds over a threshold that at most this share of the honest ones is over; both 0 to 1. */
    public double hitsAt(double falseAlarms) {
        int allowed = (int) Math.floor(falseAlarms * honest.length);
        if (allowed >= honest.length) {
            return 1;
        }
        double threshold = honest[honest.length - 1 - allowed];
        return over(fraud, threshold);
    }

    private static double over(double[] scores, double threshold) {
        return Arrays.stream(scores).filter(score -> score > threshold).count() / (double) scores.length;
    }
}
