package dev.twinwatch.sandbox.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What will happen to one customer: from which payment to which somebody else pays, and how that one behaves. */
record TakeoverPlan(
        Customer victim, Customer attacker, Style style, int start, int length, Set<Attribute> copied, Habits habits) {
    static final int SHORTEST = 10;
    static final int LONGEST = 40;
    /** Payments between the clean history and the first takeover. */
    static final int MARGIN = 5;

    private static final List<Style> STYLES = List.of(Style.values());

    TakeoverPlan {
        copied = Set.copyOf(copied);
    }

    /** One customer in so many is taken over by another one of them; the styles take turns. The key is the victim. */
    static Map<String, TakeoverPlan> drawAll(
            List<Customer> customers, int perTakeover, int historyEvents, Draws draws) {
        Map<String, TakeoverPlan> plans = new HashMap<>();
        List<Integer> victims = draws.distinct(customers.size() / perTakeover, customers.size());
        for (int turn = 0; turn < victims.size(); turn++) {
            Style style = STYLES.get(turn % STYLES.size());
            Customer victim = customers.get(victims.get(turn));
            Customer attacker = customers.get(anyOther(victims.get(turn), customers.size(), draws));
            plans.put(victim.name(), draw(victim, attacker, style, historyEvents, draws));
        }
        return plans;
    }

    private static int anyOther(int victim, int customers, Draws draws) {
        int other = draws.between(0, customers - 2);
        return other < victim ? other : other + 1;
    }

    private static TakeoverPlan draw(Customer victim, Customer attacker, Style style, int historyEvents, Draws draws) {
        int length = draws.between(SHORTEST, LONGEST);
        // The last payment is the owner's again: a takeover is seen from both sides.
        int start = draws.between(historyEvents + MARGIN, victim.payments() - 1 - length);
        Set<Attribute> copied = style.drawCopied(draws);
        Habits habits = attacker.habitsAt(start);
        for (Attribute attribute : copied) {
            habits = attribute.copied(victim.habitsAt(start), habits);
        }
        return new TakeoverPlan(victim, attacker, style, start, length, copied, habits);
    }

    /** The same by a crew: what was not copied from the victim is that of the crew. */
    TakeoverPlan by(Habits crew) {
        Habits common = crew;
        for (Attribute attribute : copied) {
            common = attribute.copied(victim.habitsAt(start), common);
        }
        return new TakeoverPlan(victim, attacker, style, start, length, copied, common);
    }

    /** Whether the payment of this number, from 0, is the attacker's. */
    boolean covers(int payment) {
        return payment >= start && payment < start + length;
    }
}
