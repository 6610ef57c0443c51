package dev.twinwatch.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of the full topology beside those of the control; medians, since one round can meet a busy machine. */
public record Verdict(List<Sample> full, List<Sample> control) {
    /** Share of the control's speed that the full topology has to keep. */
    public static final double LEAST_RATIO = 0.5;

    public Verdict {
        full = List.copyOf(full);
        control = List.copyOf(control);
        if (full.isEmpty() || full.size() != control.size()) {
            throw new IllegalArgumentException(full.size() + " rounds of the full topology and " + control.size()
                    + " of the control: each needs as many, at least one");
        }
    }

    /** Events in a second with scoring. */
    public double fullEventsPerSecond() {
        return median(full, Sample::eventsPerSecond);
    }

    /** Events in a second without. */
    public double controlEventsPerSecond() {
        return median(control, Sample::eventsPerSecond);
    }

    /** Microseconds of CPU for an event with scoring. */
    public double fullCpuMicros() {
        return median(full, Sample::cpuSecondsPerMillion);
    }

    /** Microseconds of CPU for an event without. */
    public double controlCpuMicros() {
        return median(control, Sample::cpuSecondsPerMillion);
    }

    /** Speed with scoring as a share of the speed without. */
    public double ratio() {
        return fullEventsPerSecond() / controlEventsPerSecond();
    }

    /** CPU with scoring, in multiples of the CPU without. */
    public double cpuRatio() {
        return fullCpuMicros() / controlCpuMicros();
    }

    /** Whether the speed kept is enough. */
    public boolean passed() {
        return ratio() >= LEAST_RATIO;
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
