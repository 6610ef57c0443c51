package dev.twinwatch.sandbox.simulator;

import dev.twinwatch.contracts.PaymentEvent;
import java.time.Instant;
import java.util.Map;

/**
 * One simulated card payment.
 *
 * @param paymentId unique in its stream
 * @param customer the entity
 * @param paidAt milliseconds since 1970-01-01 UTC
 * @param place where it was paid
 * @param device what it was paid with
 * @param amount in units of currency, rounded to cents, more than 0
 */
public record Payment(String paymentId, String customer, long paidAt, String place, String device, double amount) {
    public Payment {
        if (!(amount > 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "amount of payment " + paymentId + " is " + amount + ", expected more than 0: correct the payment");
        }
    }

    /** Its values by the columns of {@link PaymentCsv}. */
    public Map<String, Object> columns() {
        return Map.of(
                "payment_id", paymentId,
                "customer", customer,
                "paid_at", paidAt,
                "place", place,
                "device", device,
                "amount", amount);
    }

    /** The payment as it travels on a topic. */
    public PaymentEvent toAvro() {
        return PaymentEvent.newBuilder()
                .setPaymentId(paymentId)
                .setCustomer(customer)
                .setPaidAt(Instant.ofEpochMilli(paidAt))
                .setPlace(place)
                .setDevice(device)
                .setAmount(amount)
                .build();
    }
}
