package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the values that were new to an entity when its window had them, of fields with `novelty` and `category`. */
final class NewValues {
    private final List<Field> fields = new ArrayList<>();

    /** Of a field by its place among the categories of the layout. */
    record Value(int field, long hash) {}

    /** Where a field stands among categories, arrivals and features of a category. */
    private record Field(int field, int arrival, int feature) {}

    NewValues(Layout layout) {
        List<FeatureSpec> categories = layout.watch().featuresOf(FeatureKind.CATEGORY);
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.NOVELTY)) {
            for (int c = 0; c < categories.size(); c++) {
                if (categories.get(c).field().equals(feature.field())) {
                    fields.add(new Field(
                            layout.categories().indexOf(feature.field()),
                            layout.arrivals().indexOf(feature),
                            c));
                }
            }
        }
    }

    /** Each once, however often a window has it. */
    Set<Value> in(Window window) {
        Set<Value> values = new HashSet<>();
        for (Field one : fields) {
            for (int i = 0; i < window.events(); i++) {
                if (window.arrival(i, one.arrival()) == Float.POSITIVE_INFINITY) {
                    values.add(new Value(one.field(), window.category(i, one.field())));
                }
            }
        }
        return values;
    }

    /** How common a value is in the population, 0 to 1; 1 of a field that is none of these. */
    double share(Value value, List<Usage> usage) {
        for (Field one : fields) {
            if (one.field() == value.field()) {
                return usage.get(one.feature()).share(value.hash());
            }
        }
        return 1;
    }
}
