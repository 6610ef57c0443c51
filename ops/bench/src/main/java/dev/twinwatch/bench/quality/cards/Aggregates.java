package dev.twinwatch.bench.quality.cards;

import java.util.List;

/** The 15 aggregates of the handbook; the risk of a terminal counts frauds once they are seven days old. */
final class Aggregates {
    private static final int[] WINDOWS = {1, 7, 30};
    private static final int LAST_HOUR_OF_NIGHT = 6;
    private static final int HOUR = 3_600;

    /** Inputs that need no label stand first. */
    static final int WITHOUT_LABELS = 12;

    private Aggregates() {}

    /** Shape [transactions][15]: amount, weekend, night; by customer number and average, by terminal number; risks. */
    static double[][] of(List<Transaction> all) {
        Rolling customers = new Rolling(Transaction::customer, Transaction::amount);
        Rolling terminals = new Rolling(Transaction::terminal, t -> t.isFraud() ? 1 : 0);
        double[][] rows = new double[all.size()][];
        for (Transaction t : all) {
            customers.add(t);
            terminals.add(t);
            rows[t.number()] = row(t, customers, terminals);
        }
        return rows;
    }

    private static double[] row(Transaction t, Rolling customers, Rolling terminals) {
        double[] row = new double[WITHOUT_LABELS + WINDOWS.length];
        row[0] = t.amount();
        // The first day is a Sunday.
        row[1] = t.day() % 7 == 0 || t.day() % 7 == 6 ? 1 : 0;
        row[2] = t.time() % Transaction.DAY / HOUR <= LAST_HOUR_OF_NIGHT ? 1 : 0;
        Rolling.Total unknown = terminals.over(t, Transactions.KNOWN_AFTER);
        for (int w = 0; w < WINDOWS.length; w++) {
            int seconds = WINDOWS[w] * Transaction.DAY;
            Rolling.Total own = customers.over(t, seconds);
            Rolling.Total known =
                    terminals.over(t, Transactions.KNOWN_AFTER + seconds).minus(unknown);
            row[3 + 2 * w] = own.count();
            row[4 + 2 * w] = own.mean();
            row[9 + w] = known.count();
            row[WITHOUT_LABELS + w] = known.mean();
        }
        return row;
    }
}
