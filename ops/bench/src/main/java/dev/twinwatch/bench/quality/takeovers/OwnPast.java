package dev.twinwatch.bench.quality.takeovers;

import dev.twinwatch.sandbox.simulator.Payment;
import java.util.HashMap;
import java.util.Map;

/**
 * A payment as numbers between about 0 and 1, for detectors that know no categories: amount, hour on its circle, pause, and how
 * often the customer used this place and this device before.
 */
final class OwnPast {
    static final int INPUTS = 6;
    private static final double LARGEST_AMOUNT = 8;
    private static final double LONGEST_PAUSE = 6;
    private static final double DAY = 86_400_000;
    private static final double HOUR = 3_600_000;

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> devices = new HashMap<>();
    private int payments;
    private long newest;

    /** What it is before it is known. */
    double[] row(Payment payment) {
        double angle = 2 * Math.PI * (payment.paidAt() % DAY) / DAY;
        double pause = payments == 0 ? 0 : Math.max(0, payment.paidAt() - newest) / HOUR;
        return new double[] {
            Math.log1p(payment.amount()) / LARGEST_AMOUNT,
            (Math.sin(angle) + 1) / 2,
            (Math.cos(angle) + 1) / 2,
            Math.log1p(pause) / LONGEST_PAUSE,
            share(places, payment.place()),
            share(devices, payment.device())
        };
    }

    void add(Payment payment) {
        places.merge(payment.place(), 1, Integer::sum);
        devices.merge(payment.device(), 1, Integer::sum);
        payments++;
        newest = payment.paidAt();
    }

    private double share(Map<String, Integer> used, String value) {
        return payments == 0 ? 0 : used.getOrDefault(value, 0) / (double) payments;
    }
}
