package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.drift.CategoryBins;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** How often each value of a category comes, in the older and in the newest events of everybody. */
final class ValueTally {
    /** Bins of their own. */
    private static final int COMMON = 10;
    /** Values that a bundle holds, the most common ones: 64 KiB. */
    private static final int MOST_KNOWN = 16_384;
    /** Beyond, new values are let go: a history of that many would fill the memory. */
    private static final int MOST_DISTINCT = 1_000_000;

    private final Map<Long, Times> times = new HashMap<>();

    private static final class Times {
        long all;
        long older;
    }

    /** One event; 0 is a missing value. */
    void add(long hash, boolean isOlder) {
        Times known = times.get(hash);
        if (known == null && (hash == 0 || times.size() >= MOST_DISTINCT)) {
            return;
        }
        if (known == null) {
            known = new Times();
            times.put(hash, known);
        }
        known.all++;
        known.older += isOlder ? 1 : 0;
    }

    /** Bins that know all values. */
    CategoryBins ofAll() {
        return CategoryBins.knowing(common(), marks(Comparator.comparingLong((Times t) -> -t.all), all -> true));
    }

    /** Bins with the same common values that do not know what only the newest events have. */
    CategoryBins ofOlder() {
        return CategoryBins.knowing(
                common(), marks(Comparator.comparingLong((Times t) -> -t.older), known -> known.older > 0));
    }

    private long[] common() {
        return sorted(Comparator.comparingLong((Times t) -> -t.older), known -> known.older > 0)
                .limit(COMMON)
                .toArray();
    }

    private int[] marks(Comparator<Times> order, Predicate<Times> which) {
        return sorted(order, which)
                .limit(MOST_KNOWN)
                .mapToInt(CategoryBins::mark)
                .sorted()
                .toArray();
    }

    private LongStream sorted(Comparator<Times> order, Predicate<Times> which) {
        return times.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .sorted(Map.Entry.<Long, Times>comparingByValue(order).thenComparing(Map.Entry.comparingByKey()))
                .mapToLong(Map.Entry::getKey);
    }
}
