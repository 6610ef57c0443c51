package dev.twinwatch.engine.cases;

import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An event that a person spoke of, for everybody's events to be compared with.
 *
 * @param id under which it stands, unique in the watch
 * @param entity whose event it was
 * @param label what was said, and of which time
 * @param categories hashes of its category fields in the order of the layout; 0 where missing
 * @param window the events up to it, where they were kept and it was fraud
 */
public record FraudCase(String id, String entity, Finding label, List<Long> categories, Optional<Window> window) {
    public FraudCase {
        categories = List.copyOf(categories);
    }

    /** Of a kept window, whose newest event is meant; that of a legitimate one is not compared with, and let go. */
    public static FraudCase of(String id, String entity, Window window, long knownAt, boolean fraud) {
        int newest = window.events() - 1;
        List<Long> categories = LongStream.range(0, window.layout().categories().size())
                .map(field -> window.category(newest, (int) field))
                .boxed()
                .toList();
        Finding label = new Finding(window.time(newest), knownAt, fraud);
        return new FraudCase(id, entity, label, categories, fraud ? Optional.of(window) : Optional.empty());
    }

    /**
     * Of the windows of an alert the one that says most of who did it: with most values that were new to the entity, the newest of
     * such.
     *
     * @param windows in the order of their events
     */
    public static Optional<Window> mostTelling(List<Window> windows) {
        return windows.stream().reduce((one, next) -> newValues(next) >= newValues(one) ? next : one);
    }

    private static long newValues(Window window) {
        List<FeatureSpec> arrivals = window.layout().arrivals();
        return IntStream.range(0, arrivals.size())
                .filter(a -> arrivals.get(a).kind() == FeatureKind.NOVELTY)
                .mapToLong(a -> IntStream.range(0, window.events())
                        .filter(i -> window.arrival(i, a) == Float.POSITIVE_INFINITY)
                        .count())
                .sum();
    }

    /**
     * Of an event of which no window was kept.
     *
     * @param values text of fields by their paths, as the event had them
     */
    public static FraudCase ofValues(
            Layout layout, String id, String entity, Finding label, Map<String, String> values) {
        List<Long> categories = layout.categories().stream()
                .map(path -> values.getOrDefault(path, ""))
                .map(text -> text.isEmpty() ? 0L : Hash64.of(text))
                .toList();
        return new FraudCase(id, entity, label, categories, Optional.empty());
    }

    /** The same without its window. */
    FraudCase withoutWindow() {
        return new FraudCase(id, entity, label, categories, Optional.empty());
    }
}
