package dev.twinwatch.bench.quality.cards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which transactions train and which test, by the days of the protocol.
 *
 * @param train days 115 to 121
 * @param test days 129 to 135, each without the cards that are known to be compromised by then
 */
record Split(List<Transaction> train, List<Transaction> test) {
    static final int FIRST_TRAINING_DAY = 115;
    static final int FIRST_DELAY_DAY = 122;
    static final int FIRST_TEST_DAY = 129;
    static final int LAST_TEST_DAY = 135;

    /** Of all transactions in order of time. */
    static Split of(List<Transaction> all) {
        // First day from the first training day on at which a card had a fraud.
        Map<Integer, Integer> firstFraud = new HashMap<>();
        for (Transaction t : all) {
            if (t.isFraud() && t.day() >= FIRST_TRAINING_DAY) {
                firstFraud.putIfAbsent(t.customer(), t.day());
            }
        }
        List<Transaction> train = new ArrayList<>();
        List<Transaction> test = new ArrayList<>();
        int delay = FIRST_TEST_DAY - FIRST_DELAY_DAY;
        for (Transaction t : all) {
            if (t.day() >= FIRST_TRAINING_DAY && t.day() < FIRST_DELAY_DAY) {
                train.add(t);
            } else if (t.day() >= FIRST_TEST_DAY && t.day() <= LAST_TEST_DAY) {
                // On test day 129 + k, frauds up to day 121 + k are known.
                boolean known = firstFraud.getOrDefault(t.customer(), Integer.MAX_VALUE) < t.day() - delay;
                if (!known) {
                    test.add(t);
                }
            }
        }
        return new Split(train, test);
    }
}
