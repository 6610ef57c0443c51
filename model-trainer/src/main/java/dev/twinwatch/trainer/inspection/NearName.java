package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.text.NearNames;
import java.util.List;

/** What to say of a name that is not there. */
final class NearName {
    private static final int SHOWN = 20;

    private NearName() {}

    /** To be added to a sentence that names something unknown. */
    static String suggestion(String name, List<String> known) {
        return NearNames.nearest(name, known)
                .map(near -> ": did you mean " + near + "?")
                .orElse(
                        known.size() <= SHOWN
                                ? ": it has " + String.join(", ", known)
                                : ": it has " + String.join(", ", known.subList(0, SHOWN)) + " and "
                                        + (known.size() - SHOWN) + " more");
    }
}
