package dev.twinwatch.engine.drift;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import java.util.List;

/** Counts genuine events by the bins of one model; makes no objects per event. Of one thread. */
public final class TrafficCounter {
    private final NumberBins evidence;
    private final NumberBins[] numbers;
    private final int[] numberFields;
    private final CategoryBins[] categories;
    private final int[] categoryFields;
    private final int window;
    private final TrafficCounts counts;

    /**
     * Counts nothing yet.
     *
     * @param layout of the events; a field that they lack is counted as missing
     */
    public TrafficCounter(UsualTraffic usual, Layout layout) {
        this.evidence = usual.evidence().bins();
        this.numbers = usual.numbers().stream().map(UsualNumber::bins).toArray(NumberBins[]::new);
        this.numberFields = places(
                layout.numbers(),
                usual.numbers().stream().map(UsualNumber::field).toList());
        this.categories = usual.categories().stream().map(UsualCategory::bins).toArray(CategoryBins[]::new);
        this.categoryFields = places(
                layout.categories(),
                usual.categories().stream().map(UsualCategory::field).toList());
        this.window = layout.watch().sequence().length();
        this.counts = TrafficCounts.none(usual);
    }

    private static int[] places(List<String> fields, List<String> counted) {
        return counted.stream().mapToInt(fields::indexOf).toArray();
    }

    /**
     * One more event.
     *
     * @param likelihoodRatio its evidence (log, no unit)
     * @param absorbed whether a window that ends with it became a reference
     */
    public void count(Event event, double likelihoodRatio, boolean absorbed) {
        counts.event();
        if (absorbed) {
            counts.absorbed(window);
        }
        int from = TrafficCounts.BINS_FROM;
        counts.count(from + evidence.of((float) likelihoodRatio));
        from += evidence.size();
        for (int i = 0; i < numbers.length; i++) {
            float value = numberFields[i] < 0 ? Float.NaN : event.number(numberFields[i]);
            counts.count(from + numbers[i].of(value));
            from += numbers[i].size();
        }
        for (int i = 0; i < categories.length; i++) {
            long hash = categoryFields[i] < 0 ? 0 : event.category(categoryFields[i]);
            counts.count(from + categories[i].of(hash));
            from += categories[i].size();
        }
    }

    /** What was counted. */
    public TrafficCounts counts() {
        return counts;
    }
}
