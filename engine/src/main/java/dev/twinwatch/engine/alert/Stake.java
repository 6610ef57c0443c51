package dev.twinwatch.engine.alert;

/**
 * What is at stake in an alert, in the unit of the amount that the watch names.
 *
 * @param amount of the latest event over the limit; not a number where it has none
 * @param atRisk amount times probability, where evidence at the limit is as likely right as wrong
 */
public record Stake(double amount, double atRisk) {
    /** Of an amount whose evidence is so far over the limit. */
    public static Stake of(double amount, double evidence, double limit) {
        return new Stake(amount, amount / (1 + Math.exp(limit - evidence)));
    }
}
