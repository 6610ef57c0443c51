package dev.twinwatch.bench.quality.cards;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plainest look at a customer's own past: how many own deviations an amount lies over the recency-weighted usual. */
final class UsualAmount {
    private static final double DECAY = Math.pow(0.5, 1 / 50.0);
    /** Own deviations beyond which an amount is learned as if it were less: one fraud must not hide the next. */
    private static final double MOST_LEARNED = 4;

    private static final int LEAST = 3;

    private double weight;
    private double mean;
    private double variance;

    private UsualAmount() {}

    /** Scores of all transactions, in their order; 0 while less than three of a customer are known. */
    static double[] score(List<Transaction> all) {
        Map<Integer, UsualAmount> customers = new HashMap<>();
        return all.stream()
                .mapToDouble(t -> customers
                        .computeIfAbsent(t.customer(), c -> new UsualAmount())
                        .next(t.amount()))
                .toArray();
    }

    private double next(double amount) {
        double deviation = Math.sqrt(variance) + 1e-3 * Math.abs(mean) + 1e-9;
        double off = weight < LEAST ? 0 : (amount - mean) / deviation;
        double learned = weight < LEAST ? amount : mean + deviation * Math.min(MOST_LEARNED, off);
        double before = weight * DECAY;
        double step = learned - mean;
        weight = before + 1;
        mean += step / weight;
        variance = before / weight * (variance + step * step / weight);
        return off;
    }
}
