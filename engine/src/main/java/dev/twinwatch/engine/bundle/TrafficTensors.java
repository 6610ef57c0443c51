package dev.twinwatch.engine.bundle;

import dev.twinwatch.engine.drift.CategoryBins;
import dev.twinwatch.engine.drift.NumberBins;
import dev.twinwatch.engine.drift.Shares;
import dev.twinwatch.engine.drift.UsualCategory;
import dev.twinwatch.engine.drift.UsualNumber;
import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.features.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link UsualTraffic} as named arrays: fields by their place in the layout. */
final class TrafficTensors {
    private static final String ABSORBED = "traffic.absorbed";
    private static final String EVIDENCE = "traffic.evidence";
    private static final String NUMBER = "traffic.number.";
    private static final String CATEGORY = "traffic.category.";
    private static final String EDGES = ".edges";
    private static final String SHARES = ".shares";
    private static final String COMMON = ".common";
    private static final String KNOWN = ".known";

    private TrafficTensors() {}

    static Map<String, float[]> of(UsualTraffic usual) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        arrays.put(ABSORBED, new float[] {(float) usual.absorbed()});
        number(arrays, EVIDENCE, usual.evidence());
        for (int i = 0; i < usual.numbers().size(); i++) {
            number(arrays, NUMBER + i, usual.numbers().get(i));
        }
        for (int i = 0; i < usual.categories().size(); i++) {
            UsualCategory category = usual.categories().get(i);
            arrays.put(CATEGORY + i + COMMON, Pieces.of(category.bins().common()));
            arrays.put(CATEGORY + i + KNOWN, Pieces.of(category.bins().known()));
            arrays.put(CATEGORY + i + SHARES, category.shares().values());
        }
        return arrays;
    }

    private static void number(Map<String, float[]> arrays, String name, UsualNumber number) {
        arrays.put(name + EDGES, number.bins().edges());
        arrays.put(name + SHARES, number.shares().values());
    }

    /** Empty where the bundle has none of it. */
    static Optional<UsualTraffic> read(Layout layout, Tensors numbers) {
        if (numbers.under("traffic.").isEmpty()) {
            return Optional.empty();
        }
        List<UsualNumber> usualNumbers = new ArrayList<>();
        for (int i = 0; i < layout.numbers().size(); i++) {
            usualNumbers.add(number(numbers, NUMBER + i, layout.numbers().get(i)));
        }
        List<UsualCategory> categories = new ArrayList<>();
        for (int i = 0; i < layout.categories().size(); i++) {
            String name = CATEGORY + i;
            CategoryBins bins = CategoryBins.knowing(
                    Pieces.whole(numbers.get(name + COMMON)), Pieces.wholeInts(numbers.get(name + KNOWN)));
            categories.add(new UsualCategory(layout.categories().get(i), bins, Shares.of(numbers.get(name + SHARES))));
        }
        return Optional.of(new UsualTraffic(
                number(numbers, EVIDENCE, UsualTraffic.EVIDENCE), usualNumbers, categories, numbers.get(ABSORBED)[0]));
    }

    private static UsualNumber number(Tensors numbers, String name, String field) {
        return new UsualNumber(
                field, NumberBins.between(numbers.get(name + EDGES)), Shares.of(numbers.get(name + SHARES)));
    }
}
