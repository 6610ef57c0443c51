package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries what was kept when a watch had other fields over to the fields that it has now: values of fields that it gained are
 * missing, those of fields that it lost are dropped.
 */
public final class LayoutChange {
    private static final int GAINED = -1;
    private static final Origin NOWHERE = new Origin("", 0, 0, false);

    private final Layout before;
    private final Layout after;
    /** Where each value stood before; {@link #GAINED} where it did not. */
    private final int[] numbers;

    private final int[] categories;
    private final int[] arrivals;

    LayoutChange(Layout before, Layout after) {
        this.before = before;
        this.after = after;
        this.numbers =
                after.numbers().stream().mapToInt(before.numbers()::indexOf).toArray();
        this.categories = after.categories().stream()
                .mapToInt(before.categories()::indexOf)
                .toArray();
        this.arrivals = arrivals(before.arrivals(), after.arrivals());
    }

    /** What is computed at arrival, by what it is computed from; a feature of several values has them in the same order. */
    private record Computed(String kind, String field, String scale, int which) {}

    private static int[] arrivals(List<FeatureSpec> before, List<FeatureSpec> after) {
        Map<Computed, Integer> places = new HashMap<>();
        for (int a = 0; a < before.size(); a++) {
            places.put(computed(before, a), a);
        }
        int[] from = new int[after.size()];
        Arrays.setAll(from, a -> places.getOrDefault(computed(after, a), GAINED));
        return from;
    }

    private static Computed computed(List<FeatureSpec> arrivals, int at) {
        FeatureSpec feature = arrivals.get(at);
        int which = at - arrivals.indexOf(feature);
        return new Computed(
                feature.kind().yaml(), feature.field(), feature.scale().name(), which);
    }

    /** The layout as it was. */
    public Layout before() {
        return before;
    }

    /** Where a category field stands now that stood there before; less than 0 where the watch lost it. */
    public int category(int place) {
        return after.categories().indexOf(before.categories().get(place));
    }

    /** Where the value computed at arrival stood before that stands there now; less than 0 where the watch gained it. */
    public int arrivalBefore(int arrival) {
        return arrivals[arrival];
    }

    /**
     * The {@link Layout#places places} of the values that the watch gained and older events lack. What people confirmed is not among
     * them: it is asked for at each event, and no reference has to have it.
     */
    public Set<Integer> gained() {
        Set<Integer> places = new TreeSet<>();
        int place = 0;
        for (int[] from : List.of(numbers, categories, arrivals)) {
            for (int at = 0; at < from.length; at++) {
                if (from[at] == GAINED && !(from == arrivals && isConfirmed(at))) {
                    places.add(place);
                }
                place++;
            }
        }
        return places;
    }

    private boolean isConfirmed(int arrival) {
        return after.arrivals().get(arrival).kind() == FeatureKind.CONFIRMED_FRAUD;
    }

    /** Places as they are now of places as they were; without those that the watch lost. */
    public Set<Integer> places(Set<Integer> placesBefore) {
        Set<Integer> places = new TreeSet<>();
        int place = 0;
        int first = 0;
        for (int[] from : List.of(numbers, categories, arrivals)) {
            for (int there : from) {
                if (there != GAINED && placesBefore.contains(first + there)) {
                    places.add(place);
                }
                place++;
            }
            first += from == numbers
                    ? before.numbers().size()
                    : before.categories().size();
        }
        return places;
    }

    /** The same events with the values of now. */
    public Window window(Window window) {
        byte[] slots = new byte[window.events() * after.slotBytes()];
        for (int i = 0; i < window.events(); i++) {
            float[] arrived = new float[arrivals.length];
            for (int a = 0; a < arrivals.length; a++) {
                arrived[a] = arrivals[a] == GAINED ? after.missingArrival(a) : window.arrival(i, arrivals[a]);
            }
            Window.write(after, slots, i, window.time(i), event(window.event(i, "", NOWHERE, 0)), arrived);
        }
        return Window.over(after, slots, window.events(), window.firstNumber());
    }

    /** The same event with the values of now. */
    public Event event(Event event) {
        float[] numbersNow = new float[numbers.length];
        for (int f = 0; f < numbers.length; f++) {
            numbersNow[f] = numbers[f] == GAINED ? Float.NaN : event.number(numbers[f]);
        }
        long[] categoriesNow = new long[categories.length];
        String[] texts = new String[categories.length];
        for (int f = 0; f < categories.length; f++) {
            boolean gained = categories[f] == GAINED;
            categoriesNow[f] = gained ? 0 : event.category(categories[f]);
            texts[f] = gained ? "" : event.text(categories[f]);
        }
        return new Event(
                event.entity(),
                event.id(),
                event.origin(),
                event.time(),
                event.sequence(),
                numbersNow,
                categoriesNow,
                texts);
    }
}
