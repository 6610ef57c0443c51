package dev.twinwatch.bench.quality.cards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Sums over the past of one key (a customer, a terminal), each for the time from after a moment up to a transaction. */
final class Rolling {
    private final ToIntFunction<Transaction> key;
    private final ToDoubleFunction<Transaction> value;
    private final Map<Integer, Past> byKey = new HashMap<>();

    /** Of the values of transactions with the same key. */
    Rolling(ToIntFunction<Transaction> key, ToDoubleFunction<Transaction> value) {
        this.key = key;
        this.value = value;
    }

    /** Number and sum of values. */
    record Total(int count, double sum) {
        /** Those that are in this total and not in a shorter one. */
        Total minus(Total shorter) {
            return new Total(count - shorter.count, sum - shorter.sum);
        }

        /** Average value, 0 without any. */
        double mean() {
            return count == 0 ? 0 : sum / count;
        }
    }

    /** Takes a transaction in; they come in order of time. */
    void add(Transaction transaction) {
        past(transaction).add(transaction.time(), value.applyAsDouble(transaction));
    }

    /** What was taken in with the key of this transaction during the last seconds before it and at it. */
    Total over(Transaction transaction, int seconds) {
        return past(transaction).after(transaction.time() - seconds);
    }

    private Past past(Transaction transaction) {
        return byKey.computeIfAbsent(key.applyAsInt(transaction), k -> new Past());
    }

    private static final class Past {
        private final List<Integer> times = new ArrayList<>();
        /** Sums of all values before each of the times, and of all at the end. */
        private final List<Double> sums = new ArrayList<>(List.of(0.0));

        void add(int time, double value) {
            times.add(time);
            sums.add(sums.get(sums.size() - 1) + value);
        }

        Total after(int moment) {
            int from = times.size();
            while (from > 0 && times.get(from - 1) > moment) {
                from--;
            }
            return new Total(times.size() - from, sums.get(times.size()) - sums.get(from));
        }
    }
}
