package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.HashSet;
import java.util.Set;

/** Gives each feature a name of its own, as a watch wants it. */
final class UniqueNames {
    private final Set<String> taken = new HashSet<>();

    FeatureSpec rename(FeatureSpec feature) {
        String name = feature.name();
        for (int i = 2; !taken.add(name); i++) {
            name = feature.name() + "-" + i;
        }
        return feature.named(name);
    }

    Decision rename(Decision decision) {
        return new Decision(
                decision.column(),
                decision.features().stream().map(this::rename).toList(),
                decision.why());
    }

    CalendarFeature rename(CalendarFeature calendar) {
        return new CalendarFeature(rename(calendar.feature()), calendar.why());
    }
}
