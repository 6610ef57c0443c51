package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Watch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Which values of an event are kept, and where they stand in the fixed-size slot of one kept event.
 *
 * <p>A slot is: time (8 bytes), number fields (4 each), category fields (8 each), values computed at arrival (4 each).
 * Field values and not model inputs are kept, so that another model can read the same state.
 */
public final class Layout {
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
        this.fingerprint = (int) crc.getValue();
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

    /** Features whose value depends on what came before and is therefore kept as it was at arrival. */
    public List<FeatureSpec> arrivals() {
        return arrivals;
    }

    /** Index of an arrival feature among those of its own kind, or -1 if it is of another kind. */
    public int arrivalIndexOf(FeatureKind kind, int ofThatKind) {
        int seen = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            if (arrivals.get(i).kind() == kind && seen++ == ofThatKind) {
                return i;
            }
        }
        return -1;
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

    /** Stands in front of every state, so that state of another layout is recognised. */
    public int fingerprint() {
        return fingerprint;
    }

    /** All that the fingerprint covers, readable. */
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
