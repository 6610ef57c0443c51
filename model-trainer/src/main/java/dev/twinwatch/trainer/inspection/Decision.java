package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.List;

/**
 * What becomes of a column.
 *
 * @param column the column
 * @param features the features that it feeds; none where it is left out
 * @param why the reason for either
 */
record Decision(Column column, List<FeatureSpec> features, String why) {
    Decision {
        features = List.copyOf(features);
    }

    static Decision leftOut(Column column, String why) {
        return new Decision(column, List.of(), why);
    }

    boolean isLeftOut() {
        return features.isEmpty();
    }
}
