package dev.twinwatch.engine.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * What genuine traffic of entities that are known well looked like when the model was calibrated: what drift is measured against.
 *
 * @param evidence its evidence (log likelihood ratio, no unit)
 * @param numbers one for each number field
 * @param categories one for each category field
 * @param absorbed share of its events that went into references, 0 to 1
 */
public record UsualTraffic(
        UsualNumber evidence, List<UsualNumber> numbers, List<UsualCategory> categories, double absorbed) {
    /** The field that evidence goes by. */
    public static final String EVIDENCE = "evidence";

    public UsualTraffic {
        numbers = List.copyOf(numbers);
        categories = List.copyOf(categories);
        if (!(absorbed >= 0 && absorbed <= 1)) {
            throw new IllegalArgumentException(
                    "usual share of absorbed events is " + absorbed + ", expected 0 to 1: train again");
        }
    }

    /** The same bins with shares as these counts have them. */
    public UsualTraffic asCounted(TrafficCounts counts) {
        int from = TrafficCounts.BINS_FROM;
        long[] ofEvidence = counts.bins(from, evidence.bins().size());
        from += ofEvidence.length;
        List<UsualNumber> countedNumbers = new ArrayList<>();
        for (UsualNumber number : numbers) {
            Shares shares = Shares.counted(counts.bins(from, number.bins().size()));
            countedNumbers.add(new UsualNumber(number.field(), number.bins(), shares));
            from += shares.size();
        }
        List<UsualCategory> countedCategories = new ArrayList<>();
        for (UsualCategory category : categories) {
            Shares shares = Shares.counted(counts.bins(from, category.bins().size()));
            countedCategories.add(new UsualCategory(category.field(), category.bins(), shares));
            from += shares.size();
        }
        return new UsualTraffic(
                new UsualNumber(evidence.field(), evidence.bins(), Shares.counted(ofEvidence)),
                countedNumbers,
                countedCategories,
                counts.absorbedShare());
    }

    /** How many bins there are in all. */
    int bins() {
        return evidence.bins().size()
                + numbers.stream().mapToInt(number -> number.bins().size()).sum()
                + categories.stream()
                        .mapToInt(category -> category.bins().size())
                        .sum();
    }
}
