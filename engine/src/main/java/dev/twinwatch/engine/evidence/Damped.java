package dev.twinwatch.engine.evidence;

/** log(1 + n) of how often something occurs in a window; looked up, as {@link Math#log1p} is slow. */
final class Damped {
    private static final double[] KNOWN = new double[513];

    static {
        for (int times = 0; times < KNOWN.length; times++) {
            KNOWN[times] = Math.log1p(times);
        }
    }

    private Damped() {}

    static double times(int times) {
        return times < KNOWN.length ? KNOWN[times] : Math.log1p(times);
    }
}
