package dev.twinwatch.sandbox.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All payments of one customer, in order, with the takeover among them if there is one. */
record PaymentHistory(List<Payment> payments, Optional<Takeover> takeover) {
    private static final double CENTS = 100;

    static PaymentHistory draw(Customer customer, Optional<TakeoverPlan> plan, Draws draws) {
        List<Payment> payments = new ArrayList<>(customer.payments());
        PaymentClock clock = new PaymentClock(draws);
        for (int number = 0; number < customer.payments(); number++) {
            int current = number;
            Habits habits = plan.filter(takeover -> takeover.covers(current))
                    .map(TakeoverPlan::habits)
                    .orElse(customer.habitsAt(number));
            payments.add(draw(customer.name(), number, clock.next(habits.hours()), habits, draws));
        }
        return new PaymentHistory(payments, plan.map(takeover -> described(takeover, payments)));
    }

    private static Payment draw(String customer, int number, long paidAt, Habits habits, Draws draws) {
        int placeRank = draws.rank(habits.places().size());
        int deviceRank = draws.rank(habits.devices().size());
        double amount = StrictMath.exp(habits.amountLevel(placeRank) + Habits.AMOUNT_SPREAD * draws.normal());
        return new Payment(
                paymentId(customer, number),
                customer,
                paidAt,
                habits.places().get(placeRank),
                habits.devices().get(deviceRank),
                Math.max(1, Math.round(amount * CENTS)) / CENTS);
    }

    /** Five digits or more. Not String.format, which would take a third of the time of a whole simulation. */
    static String paymentId(String customer, int number) {
        String digits = Integer.toString(number);
        return customer + "-" + "0".repeat(Math.max(0, 5 - digits.length())) + digits;
    }

    private static Takeover described(TakeoverPlan plan, List<Payment> payments) {
        Payment first = payments.get(plan.start());
        Payment last = payments.get(plan.start() + plan.length() - 1);
        return new Takeover(
                plan.victim().name(),
                plan.attacker().name(),
                plan.style(),
                plan.copied(),
                first.paymentId(),
                last.paymentId(),
                first.paidAt(),
                last.paidAt(),
                plan.length());
    }
}
