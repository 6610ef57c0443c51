package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Fields of a watch that no event of a history has: a path that is misspelt looks like this in a topic of JSON. */
public final class MissingFields {
    private MissingFields() {}

    /** Their paths, in the order of the layout. */
    public static List<String> of(Layout layout, History history) {
        List<String> missing = new ArrayList<>();
        for (int f = 0; f < layout.numbers().size(); f++) {
            int field = f;
            if (inNone(history, event -> !Float.isNaN(event.number(field)))) {
                missing.add(layout.numbers().get(f));
            }
        }
        for (int f = 0; f < layout.categories().size(); f++) {
            int field = f;
            if (inNone(history, event -> event.category(field) != 0)) {
                missing.add(layout.categories().get(f));
            }
        }
        return missing.stream().distinct().toList();
    }

    private static boolean inNone(History history, Predicate<Event> has) {
        return history.entities().stream()
                .allMatch(entity -> entity.events().stream().noneMatch(has));
    }
}
