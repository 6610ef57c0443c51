package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Watch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Which values of an event are kept, and where they stand in the fixed-size slot of one kept event.
 *
 * <p>A slot is: time (8 bytes), number fields (4 each), category fields (8 each), values computed at arrival (4 each).
 * Field values and not model inputs are kept, so that another model can read the same state.
 */
public final class Layout {
    /** A feature of confirmed frauds stands so many times among the arrivals: number, rate and recency. */
    public static final int CONFIRMED_VALUES = 3;

    private static final int FIELDS_FROM = 12;
    private static final int UNIT_FROM = 9;
    private static final List<String> UNITS =
            List.of("no time", "seconds", "millis", "micros", "iso8601", "ordinal", "unknown", "unknown");

    private final Watch watch;
    private final List<String> numbers;
    private final List<String> categories;
    private final List<FeatureSpec> arrivals;
    private final int fingerprint;

    private Layout(Watch watch, List<String> numbers, List<String> categories, List<FeatureSpec> arrivals) {
        this.watch = watch;
        this.numbers = numbers;
        this.categories = categories;
        this.arrivals = arrivals;
        CRC32 crc = new CRC32();
        crc.update(description().getBytes(StandardCharsets.UTF_8));
        int length = watch.sequence().length() - 2;
        this.fingerprint = (int) (crc.getValue() << FIELDS_FROM) | unitCode(watch) << UNIT_FROM | length;
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

    /** Bytes of one slot. */
    public int slotBytes() {
        return arrivalOffset(arrivals.size());
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

    /**
     * Stands in front of every state, so that state of another layout is recognised, and what is other about it: 20 bits of
     * the CRC-32 of the description, 3 bits for the unit of time, 9 for the length of a sequence less 2.
     */
    public int fingerprint() {
        return fingerprint;
    }

    /**
     * Refuses what was written for another layout, with what changed.
     *
     * @param what was read, with its verb: `recent events are`
     * @param found the fingerprint in front of it
     */
    public void requireSame(String what, int found) {
        if (found == fingerprint) {
            return;
        }
        List<String> changes = new ArrayList<>();
        if (lengthIn(found) != lengthIn(fingerprint)) {
            changes.add("sequence.length was " + lengthIn(found) + " and is now " + lengthIn(fingerprint));
        }
        if (!unitIn(found).equals(unitIn(fingerprint))) {
            changes.add("time.unit was " + unitIn(found) + " and is now " + unitIn(fingerprint));
        }
        if (found >>> FIELDS_FROM != fingerprint >>> FIELDS_FROM) {
            changes.add("fields, kinds or scales of features changed");
        }
        throw new IllegalArgumentException(what + " of another layout than watch " + watch.name() + " has now: "
                + String.join("; ", changes) + ": change the watch back, or give the changed watch another name");
    }

    private static int lengthIn(int fingerprint) {
        return (fingerprint & (1 << UNIT_FROM) - 1) + 2;
    }

    private static String unitIn(int fingerprint) {
        return UNITS.get(fingerprint >> UNIT_FROM & 7);
    }

    /** Part of stored formats: a new unit gets a new number. */
    private static int unitCode(Watch watch) {
        if (watch.time().isEmpty()) {
            return 0;
        }
        return switch (watch.time().get().unit()) {
            case SECONDS -> 1;
            case MILLIS -> 2;
            case MICROS -> 3;
            case ISO8601 -> 4;
            case ORDINAL -> 5;
        };
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
