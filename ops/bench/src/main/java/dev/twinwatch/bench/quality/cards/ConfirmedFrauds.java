package dev.twinwatch.bench.quality.cards;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of frauds at a terminal when a transaction comes: only those that are seven days old count. */
final class ConfirmedFrauds {
    private static final int[] WINDOWS = {7, 30};
    private static final int FORGOTTEN_AFTER = 30 * Transaction.DAY;

    private ConfirmedFrauds() {}

    /** Shape [transactions][5]: damped number and rate in the last 7 and 30 days before that, and how recent the last is. */
    static double[][] of(List<Transaction> all) {
        Rolling terminals = new Rolling(Transaction::terminal, t -> t.isFraud() ? 1 : 0);
        Map<Integer, Integer> latest = new HashMap<>();
        double[][] rows = new double[all.size()][];
        int known = 0;
        for (Transaction t : all) {
            terminals.add(t);
            while (all.get(known).time() <= t.time() - Transactions.KNOWN_AFTER) {
                Transaction past = all.get(known++);
                if (past.isFraud()) {
                    latest.put(past.terminal(), past.time());
                }
            }
            double[] row = new double[2 * WINDOWS.length + 1];
            Rolling.Total unknown = terminals.over(t, Transactions.KNOWN_AFTER);
            for (int w = 0; w < WINDOWS.length; w++) {
                Rolling.Total total = terminals
                        .over(t, Transactions.KNOWN_AFTER + WINDOWS[w] * Transaction.DAY)
                        .minus(unknown);
                row[2 * w] = Math.log1p(total.sum());
                row[2 * w + 1] = total.mean();
            }
            Integer last = latest.get(t.terminal());
            double age = last == null ? FORGOTTEN_AFTER : t.time() - Transactions.KNOWN_AFTER - last;
            row[2 * WINDOWS.length] = Math.max(0, 1 - age / FORGOTTEN_AFTER);
            rows[t.number()] = row;
        }
        return rows;
    }
}
