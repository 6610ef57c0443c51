package dev.twinwatch.engine.drift;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far the genuine events of one period have moved from what the model was calibrated on.
 *
 * @param events of the period
 * @param moved evidence first, then the fields
 * @param absorbed share of the events that went into references, 0 to 1
 * @param usuallyAbsorbed that share in calibration
 */
public record Drift(long events, List<Moved> moved, double absorbed, double usuallyAbsorbed) {
    /** Population stability index over which usual practice calls a change significant (Siddiqi 2006 and others). */
    public static final double SIGNIFICANT = 0.2;
    /** With fewer events of a period chance alone moves an index by more than a tenth of what is significant. */
    public static final long LEAST_EVENTS = 500;

    public Drift {
        moved = List.copyOf(moved);
    }

    /** Measured; names of features are those of the watch of the layout. */
    public static Drift of(Layout layout, UsualTraffic usual, TrafficCounts counts) {
        List<Moved> moved = new ArrayList<>();
        int from = TrafficCounts.BINS_FROM;
        long[] evidence = counts.bins(from, usual.evidence().bins().size());
        moved.add(new Moved(
                UsualTraffic.EVIDENCE,
                Shares.counted(evidence).stabilityIndex(usual.evidence().shares()),
                Optional.empty()));
        from += evidence.length;
        for (UsualNumber number : usual.numbers()) {
            NumberBins bins = number.bins();
            long[] counted = counts.bins(from, bins.size());
            moved.add(moved(
                    feature(layout, number.field()),
                    counted,
                    number.shares(),
                    Moved.Kind.OUT_OF_RANGE,
                    bins.below(),
                    bins.above()));
            from += counted.length;
        }
        for (UsualCategory category : usual.categories()) {
            CategoryBins bins = category.bins();
            long[] counted = counts.bins(from, bins.size());
            moved.add(moved(
                    feature(layout, category.field()), counted, category.shares(), Moved.Kind.UNKNOWN, bins.unknown()));
            from += counted.length;
        }
        return new Drift(counts.events(), moved, counts.absorbedShare(), usual.absorbed());
    }

    private static Moved moved(String name, long[] counted, Shares usual, Moved.Kind kind, int... strangeBins) {
        double usually = 0;
        long strange = 0;
        for (int bin : strangeBins) {
            usually += usual.of(bin);
            strange += counted[bin];
        }
        double share = strange / (double) Math.max(1, sum(counted));
        return new Moved(
                name,
                Shares.counted(counted).stabilityIndex(usual),
                Optional.of(new Moved.Strange(kind, share, usually)));
    }

    private static long sum(long[] counted) {
        long sum = 0;
        for (long count : counted) {
            sum += count;
        }
        return sum;
    }

    private static String feature(Layout layout, String field) {
        return layout.watch().features().stream()
                .filter(feature -> field.equals(feature.field()))
                .findFirst()
                .map(FeatureSpec::name)
                .orElse(field);
    }

    /** What moved furthest. */
    public Moved furthest() {
        return moved.stream()
                .max(Comparator.comparingDouble(Moved::stabilityIndex))
                .orElseThrow();
    }
}
