package dev.twinwatch.engine.cases;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The labels of events by the values of these, for many threads. What is asked for a time depends on the labels alone that were
 * known by then, so that a history gives what the service would have given.
 */
public final class LabelledValues implements KnownLabels {
    private final Layout layout;
    private final int[] fields;
    private final Map<Value, LabelledPast> pasts = new ConcurrentHashMap<>();

    private record Value(int field, long hash) {}

    /** For one watch; without features of confirmed frauds nothing is kept. */
    public LabelledValues(Layout layout) {
        this.layout = layout;
        this.fields = layout.watch().featuresOf(FeatureKind.CONFIRMED_FRAUD).stream()
                .mapToInt(feature -> layout.categories().indexOf(feature.field()))
                .distinct()
                .toArray();
    }

    /** Whether any feature asks for labels. */
    public boolean isAsked() {
        return fields.length > 0;
    }

    /**
     * Takes in what became known of an event.
     *
     * @param categories hashes of its category fields in the order of the layout; 0 where missing
     */
    public void add(List<Long> categories, Finding label) {
        for (int field : fields) {
            if (categories.get(field) != 0) {
                pasts.computeIfAbsent(new Value(field, categories.get(field)), v -> new LabelledPast())
                        .add(label);
            }
        }
    }

    /** Takes in what became known of an event that is at hand. */
    public void add(Event event, Finding label) {
        add(
                IntStream.range(0, layout.categories().size())
                        .mapToObj(event::category)
                        .toList(),
                label);
    }

    /** Takes back what was added just so. */
    void remove(List<Long> categories, Finding label) {
        for (int field : fields) {
            LabelledPast past = pasts.get(new Value(field, categories.get(field)));
            if (past != null) {
                past.remove(label);
            }
        }
    }

    @Override
    public ConfirmedFrauds confirmed(FeatureSpec feature, int field, long value, long time) {
        LabelledPast past = value == 0 ? null : pasts.get(new Value(field, value));
        return past == null ? ConfirmedFrauds.NONE : past.before(time, feature.within(), feature.knownFor());
    }

    /** The window with what is known by now of what was known at its newest event: labels may have been read after it. */
    public Window asKnown(Window window) {
        Window known = window;
        int newest = window.events() - 1;
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.CONFIRMED_FRAUD)) {
            int field = layout.categories().indexOf(feature.field());
            ConfirmedFrauds frauds = confirmed(feature, field, window.category(newest, field), window.time(newest));
            known = known.withNewestArrivals(
                    layout.arrivals().indexOf(feature), frauds.number(), frauds.rate(), frauds.recency());
        }
        return known;
    }
}
