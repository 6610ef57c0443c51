package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which values of an event are kept, and where they stand in the fixed-size slot of one kept event.
 *
 * <p>A slot is: time (8 bytes), number fields (4 each), category fields (8 each), values computed at arrival (4 each).
 * Field values and not model inputs are kept, so that another model can read the same state. State that was written when the
 * watch had other fields is read where that earlier layout is known.
 */
public final class Layout {
    /** A feature of confirmed frauds stands so many times among the arrivals: number, rate and recency. */
    public static final int CONFIRMED_VALUES = 3;

    private final Watch watch;
    private final List<String> numbers;
    private final List<String> categories;
    private final List<FeatureSpec> arrivals;
    private final int fingerprint;
    /** By their fingerprints; grows while the control topic tells what the watch was before. */
    private final Map<Integer, LayoutChange> earlier = new ConcurrentHashMap<>();

    private Layout(Watch watch, List<String> numbers, List<String> categories, List<FeatureSpec> arrivals) {
        this.watch = watch;
        this.numbers = numbers;
        this.categories = categories;
        this.arrivals = arrivals;
        this.fingerprint = Fingerprint.of(watch, description());
    }

    /** The layout that a watch needs. */
    public static Layout of(Watch watch) {
        List<String> numbers = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        List<FeatureSpec> arrivals = new ArrayList<>();
        for (FeatureSpec feature : watch.features()) {
            switch (feature.kind()) {
                case NUMBER -> addOnce(numbers, feature.field());
                case CHANGE, RELATIVE -> {
                    addOnce(numbers, feature.field());
                    arrivals.add(feature);
                }
                case CATEGORY -> addOnce(categories, feature.field());
                case NOVELTY -> {
                    addOnce(categories, feature.field());
                    arrivals.add(feature);
                }
                case SINCE_PREVIOUS -> arrivals.add(feature);
                case CONFIRMED_FRAUD -> {
                    addOnce(categories, feature.field());
                    arrivals.addAll(Collections.nCopies(CONFIRMED_VALUES, feature));
                }
                case TIME_OF_DAY, DAY_OF_WEEK -> {
                    // read from the time, which every slot has
                }
            }
        }
        return new Layout(watch, List.copyOf(numbers), List.copyOf(categories), List.copyOf(arrivals));
    }

    /**
     * This watch over events that are kept with the fields of another layout: what a model reads that was trained before the watch
     * gained some.
     *
     * @param wider keeps all that this one keeps
     */
    public Layout keptIn(Layout wider) {
        return new Layout(watch, wider.numbers, wider.categories, wider.arrivals);
    }

    private static void addOnce(List<String> fields, String field) {
        if (!fields.contains(field)) {
            fields.add(field);
        }
    }

    /** The watch it belongs to. */
    public Watch watch() {
        return watch;
    }

    /** Paths of the number fields, in slot order. */
    public List<String> numbers() {
        return numbers;
    }

    /** Paths of the category fields, in slot order. */
    public List<String> categories() {
        return categories;
    }

    /** Features whose value depends on what came before and is therefore kept as it was at arrival; one for each value. */
    public List<FeatureSpec> arrivals() {
        return arrivals;
    }

    /** Places among these of the features of the watch that are chosen; others may be kept beside them. */
    public int[] arrivalsOf(Predicate<FeatureSpec> chosen) {
        return IntStream.range(0, arrivals.size())
                .filter(a -> watch.features().contains(arrivals.get(a)) && chosen.test(arrivals.get(a)))
                .toArray();
    }

    /** Values of one slot beside its time; each has a place: numbers first, then categories, then arrivals. */
    public int places() {
        return numbers.size() + categories.size() + arrivals.size();
    }

    /** The features that read a value at one of these places. */
    public List<FeatureSpec> featuresOf(Collection<Integer> places) {
        return watch.features().stream()
                .filter(feature -> places.stream().anyMatch(place -> reads(feature, place)))
                .toList();
    }

    private boolean reads(FeatureSpec feature, int place) {
        int category = place - numbers.size();
        int arrival = category - categories.size();
        return switch (feature.kind()) {
            case NUMBER -> category < 0 && numbers.get(place).equals(feature.field());
            case CATEGORY ->
                category >= 0 && arrival < 0 && categories.get(category).equals(feature.field());
            case CHANGE, RELATIVE, NOVELTY, SINCE_PREVIOUS, CONFIRMED_FRAUD ->
                arrival >= 0 && arrivals.get(arrival).equals(feature);
            case TIME_OF_DAY, DAY_OF_WEEK -> false;
        };
    }

    /** Bytes of one slot. */
    public int slotBytes() {
        return arrivalOffset(arrivals.size());
    }

    /** What stands for a value at arrival that is not known: no fraud, or nothing to compare with. */
    float missingArrival(int arrival) {
        return arrivals.get(arrival).kind() == FeatureKind.CONFIRMED_FRAUD ? 0 : Float.NaN;
    }

    int numberOffset(int field) {
        return Long.BYTES + field * Float.BYTES;
    }

    int categoryOffset(int field) {
        return numberOffset(numbers.size()) + field * Long.BYTES;
    }

    int arrivalOffset(int arrival) {
        return categoryOffset(categories.size()) + arrival * Float.BYTES;
    }

    /** Stands in front of every state, so that state of another layout is recognised, and what is other about it. */
    public int fingerprint() {
        return fingerprint;
    }

    /**
     * Takes note of a layout that the watch had before, so that state of that time can be read. Nothing is noted of one whose
     * sequences or times are others: their windows would mean something else.
     *
     * @return whether it is an earlier one of this watch
     */
    public boolean remember(Layout before) {
        if (before.fingerprint == fingerprint && !before.description().equals(description())) {
            throw new IllegalArgumentException("watch " + watch.name() + " kept " + before.description()
                    + " before, which stored state cannot tell from " + description()
                    + ": change the order of its features");
        }
        boolean ours = before.watch.name().equals(watch.name())
                && Fingerprint.isOfOtherFields(before.fingerprint, fingerprint);
        if (ours) {
            earlier.putIfAbsent(before.fingerprint, new LayoutChange(before, this));
        }
        return ours;
    }

    /**
     * The layout that something was written in: this one or an {@link #remember earlier} one. Any other is refused, with what
     * changed.
     *
     * @param what was read, with its verb: `recent events are`
     * @param found the fingerprint in front of it
     */
    public Layout writtenIn(String what, int found) {
        LayoutChange change = found == fingerprint ? null : earlier.get(found);
        if (change == null) {
            requireSame(what, found);
        }
        return change == null ? this : change.before();
    }

    /** A window in this layout, which may be of an {@link #remember earlier} one. */
    public Window carry(Window window) {
        return window.layout().fingerprint == fingerprint
                ? window
                : changeFrom(window.layout()).window(window);
    }

    /** How an {@link #remember earlier} layout became this one. */
    public LayoutChange changeFrom(Layout before) {
        LayoutChange change = earlier.get(before.fingerprint);
        if (change == null) {
            throw new IllegalArgumentException(
                    "layout " + before.description() + " is none that watch " + watch.name() + " had before");
        }
        return change;
    }

    /**
     * Refuses what was written for another layout, with what changed.
     *
     * @param what was read, with its verb: `recent events are`
     * @param found the fingerprint in front of it
     */
    public void requireSame(String what, int found) {
        if (found != fingerprint) {
            throw new IllegalArgumentException(what + " of another layout than watch " + watch.name() + " has now: "
                    + Fingerprint.difference(found, fingerprint));
        }
    }

    /** What the fingerprint covers of the features, readable. */
    public String description() {
        StringBuilder words = new StringBuilder("numbers=" + numbers + " categories=" + categories + " arrivals=[");
        for (FeatureSpec f : arrivals) {
            words.append(f.kind().yaml())
                    .append(' ')
                    .append(f.field())
                    .append(' ')
                    .append(f.scale())
                    .append(';');
        }
        return words.append(']').toString();
    }
}
