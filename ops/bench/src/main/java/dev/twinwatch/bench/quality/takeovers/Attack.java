package dev.twinwatch.bench.quality.takeovers;

import dev.twinwatch.sandbox.simulator.Payment;
import java.util.Locale;
import java.util.Random;

/** How somebody who pays instead of the owner looks like them: with which probability each attribute is copied. */
enum Attack {
    /** Hardly anything is copied. */
    GREEDY(0.1, 0.1),
    /** Most is copied. */
    CAREFUL(0.7, 0.7),
    /** All is copied at first, and from payment to payment less. */
    DRIFTING(1, 0.1);

    private static final int ATTRIBUTES = 4;

    private final double first;
    private final double last;

    Attack(double first, double last) {
        this.first = first;
        this.last = last;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which attributes a whole takeover copies, unless it drifts: then each payment draws its own. */
    boolean[] drawCopied(Random random) {
        return draw(first, random);
    }

    /** The payment of this number, out of so many, with what is copied taken from the owner's. */
    Payment mixed(Payment own, Payment other, boolean[] copied, int number, int of, Random random) {
        double share = of == 1 ? 0 : number / (double) (of - 1);
        boolean[] now = first == last ? copied : draw(first + share * (last - first), random);
        return new Payment(
                own.paymentId(),
                own.customer(),
                now[0] ? own.paidAt() : atTheHourOf(own.paidAt(), other.paidAt()),
                now[1] ? own.place() : other.place(),
                now[2] ? own.device() : other.device(),
                now[3] ? own.amount() : other.amount());
    }

    private static boolean[] draw(double probability, Random random) {
        boolean[] copied = new boolean[ATTRIBUTES];
        for (int a = 0; a < ATTRIBUTES; a++) {
            copied[a] = random.nextDouble() < probability;
        }
        return copied;
    }

    private static long atTheHourOf(long day, long hour) {
        long millis = 86_400_000;
        return day - Math.floorMod(day, millis) + Math.floorMod(hour, millis);
    }
}
