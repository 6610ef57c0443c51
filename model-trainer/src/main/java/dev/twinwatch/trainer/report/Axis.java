package dev.twinwatch.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * One axis of a chart: where a value lies on it, and what is written beside it.
 *
 * @param label what it shows, with its unit
 * @param low value at its start
 * @param high value at its end
 * @param scale evens values out before they are placed
 * @param ticks what is written
 */
record Axis(String label, double low, double high, DoubleUnaryOperator scale, List<Tick> ticks) {
    private static final int ABOUT_TICKS = 6;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** A value and how it is written. */
    record Tick(double value, String words) {}

    Axis {
        ticks = List.copyOf(ticks);
    }

    /** Even steps with round figures; where all values are equal, some room around them. */
    static Axis even(String label, double low, double high) {
        double end = high > low ? high : low + Math.max(1e-6, Math.abs(low) / 10);
        double raw = (end - low) / ABOUT_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw / power > 7 ? 10 : raw / power > 3 ? 5 : raw / power > 1.4 ? 2 : 1);
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= end + step * 1e-9; i++) {
            ticks.add(new Tick(i * step, String.format(Locale.ROOT, "%,." + digits + "f", i * step)));
        }
        return new Axis(label, low, end, v -> v, ticks);
    }

    /** Shares from 0 to at most 1 as percent. */
    static Axis percent(String label, double high) {
        Axis percents = even(label, 0, 100 * high);
        return new Axis(
                label,
                0,
                high,
                v -> v,
                percents.ticks().stream()
                        .map(tick -> new Tick(tick.value() / 100, tick.words()))
                        .toList());
    }

    /** Steps that multiply; the given values are written, the first and the last one end the axis. */
    static Axis logarithmic(String label, List<Tick> ticks) {
        return ending(label, Math::log, ticks);
    }

    /** Shares as deviates of the normal distribution: errors of normal scores lie on a straight line. */
    static Axis deviates(String label, List<Tick> ticks) {
        return ending(label, NORMAL::inverseCumulativeProbability, ticks);
    }

    private static Axis ending(String label, DoubleUnaryOperator scale, List<Tick> ticks) {
        return new Axis(label, ticks.get(0).value(), ticks.get(ticks.size() - 1).value(), scale, ticks);
    }

    /** Ticks at shares, written as percent. */
    static List<Tick> shares(double... shares) {
        List<Tick> ticks = new ArrayList<>();
        for (double share : shares) {
            double percent = 100 * share;
            ticks.add(new Tick(
                    share,
                    percent == Math.rint(percent)
                            ? String.valueOf((int) percent)
                            : String.format(Locale.ROOT, "%.1f", percent)));
        }
        return ticks;
    }

    /** 0 at the start to 1 at the end; values beyond lie on the ends. */
    double at(double value) {
        double held = Math.max(low, Math.min(high, value));
        double from = scale.applyAsDouble(low);
        return (scale.applyAsDouble(held) - from) / (scale.applyAsDouble(high) - from);
    }
}
