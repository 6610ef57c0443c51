package dev.twinwatch.sandbox.simulator;

import java.util.Set;

/**
 * Some successive payments of a customer that another one made.
 *
 * @param customer whose payments they seem to be
 * @param attacker the other simulated customer whose habits were followed where they were not copied
 * @param style how careful the attacker was
 * @param copied the attributes that followed the habits of the victim; all of them where chance had it so
 * @param firstPaymentId the first payment of the attacker
 * @param lastPaymentId the last payment of the attacker
 * @param from when the first one was paid, milliseconds since 1970-01-01 UTC
 * @param to when the last one was paid, milliseconds since 1970-01-01 UTC
 * @param events how many payments there are from the first to the last, both included: 10 to 40
 */
public record Takeover(
        String customer,
        String attacker,
        Style style,
        Set<Attribute> copied,
        String firstPaymentId,
        String lastPaymentId,
        long from,
        long to,
        int events) {
    public Takeover {
        copied = Set.copyOf(copied);
    }
}
