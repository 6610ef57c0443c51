package dev.twinwatch.bench.budget;

/**
 * What became of one budget.
 *
 * @param seed of customers and training
 * @param budget as a watch has it
 * @param limit of the evidence that the bundle gave for it
 * @param events decided, all of them honest
 * @param expected alerts by the budget
 * @param alerts raised
 */
record Realised(long seed, String budget, double limit, long events, double expected, long alerts) {
    /** Alerts raised for each expected one. */
    double ratio() {
        return alerts / expected;
    }
}
