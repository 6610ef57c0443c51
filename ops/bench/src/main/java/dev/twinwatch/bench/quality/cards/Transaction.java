package dev.twinwatch.bench.quality.cards;

/**
 * One transaction.
 *
 * @param number its place among all, from 0
 * @param id as the file has it
 * @param time seconds since 2018-04-01 00:00, a Sunday
 * @param customer whose card
 * @param terminal where
 * @param amount without unit
 * @param scenario 0 genuine, 1 large amount, 2 terminal compromised, 3 card leaked
 */
record Transaction(int number, String id, int time, int customer, int terminal, double amount, int scenario) {
    /** Seconds of a day. */
    static final int DAY = 86_400;

    int day() {
        return time / DAY;
    }

    boolean isFraud() {
        return scenario > 0;
    }
}
