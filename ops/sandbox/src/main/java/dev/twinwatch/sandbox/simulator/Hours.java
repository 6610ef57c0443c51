package dev.twinwatch.sandbox.simulator;

/**
 * When somebody pays: around two hours of the day, so many times a day.
 *
 * @param firstPeak hour of the day in UTC, 0 to below 24
 * @param secondPeak hour of the day in UTC, 0 to below 24
 * @param spread standard deviation around either peak, in hours, more than 0
 * @param shareOfFirst share of the payments around the first peak, 0 to 1
 * @param paymentsPerDay mean number of payments on a day, more than 0
 */
public record Hours(double firstPeak, double secondPeak, double spread, double shareOfFirst, double paymentsPerDay) {
    static final double OF_A_DAY = 24;

    public Hours {
        requireWithin("firstPeak", firstPeak, 0, Math.nextDown(OF_A_DAY));
        requireWithin("secondPeak", secondPeak, 0, Math.nextDown(OF_A_DAY));
        requireWithin("spread", spread, Double.MIN_VALUE, OF_A_DAY);
        requireWithin("shareOfFirst", shareOfFirst, 0, 1);
        requireWithin("paymentsPerDay", paymentsPerDay, Double.MIN_VALUE, 100);
    }

    private static void requireWithin(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("hours." + name + " is " + value + ", expected " + least + " to " + most
                    + ": correct the habits that are drawn");
        }
    }

    static Hours draw(Draws draws) {
        return new Hours(
                draws.between(7.0, 13.0),
                draws.between(16.0, 23.0),
                draws.between(0.5, 1.5),
                draws.between(0.3, 0.7),
                draws.between(2.0, 5.0));
    }

    /** One peak moved by 2 to 5 hours, earlier or later. */
    Hours withOnePeakShifted(Draws draws) {
        double shift = draws.between(2.0, 5.0) * (draws.chance(0.5) ? 1 : -1);
        return draws.chance(0.5)
                ? new Hours(wrapped(firstPeak + shift), secondPeak, spread, shareOfFirst, paymentsPerDay)
                : new Hours(firstPeak, wrapped(secondPeak + shift), spread, shareOfFirst, paymentsPerDay);
    }

    /** An hour of the day at which somebody with these habits pays, 0 to below 24. */
    double drawHourOfDay(Draws draws) {
        double peak = draws.chance(shareOfFirst) ? firstPeak : secondPeak;
        return wrapped(peak + spread * draws.normal());
    }

    // The last modulo is for a tiny negative hour, which plus 24 rounds to 24.
    private static double wrapped(double hour) {
        return (hour % OF_A_DAY + OF_A_DAY) % OF_A_DAY;
    }
}
