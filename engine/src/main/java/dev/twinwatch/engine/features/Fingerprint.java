package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.Watch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A layout in four bytes, part of stored formats: 20 bits of the CRC-32 of its description, 3 bits for the unit of time, 9 for the
 * length of a sequence less 2.
 */
final class Fingerprint {
    private static final int FIELDS_FROM = 12;
    private static final int UNIT_FROM = 9;
    private static final List<String> UNITS =
            List.of("no time", "seconds", "millis", "micros", "iso8601", "ordinal", "unknown", "unknown");
    private static final String REMEDY = ": change the watch back, or give the changed watch another name";

    private Fingerprint() {}

    static int of(Watch watch, String description) {
        CRC32 crc = new CRC32();
        crc.update(description.getBytes(StandardCharsets.UTF_8));
        int length = watch.sequence().length() - 2;
        return (int) (crc.getValue() << FIELDS_FROM) | unitCode(watch) << UNIT_FROM | length;
    }

    /** Whether only the fields differ, or how they are kept. */
    static boolean isOfOtherFields(int one, int other) {
        return one != other && lengthIn(one) == lengthIn(other) && unitIn(one).equals(unitIn(other));
    }

    /** What is other now, and what to do. */
    static String difference(int found, int now) {
        List<String> changes = new ArrayList<>();
        if (lengthIn(found) != lengthIn(now)) {
            changes.add("sequence.length was " + lengthIn(found) + " and is now " + lengthIn(now));
        }
        if (!unitIn(found).equals(unitIn(now))) {
            changes.add("time.unit was " + unitIn(found) + " and is now " + unitIn(now));
        }
        if (found >>> FIELDS_FROM != now >>> FIELDS_FROM) {
            changes.add("fields, kinds or scales of features changed");
        }
        String remedy = isOfOtherFields(found, now)
                ? REMEDY
                        + ", or run it once as it was, so that its service says on the control topic how that state is read"
                : REMEDY;
        return String.join("; ", changes) + remedy;
    }

    private static int lengthIn(int fingerprint) {
        return (fingerprint & (1 << UNIT_FROM) - 1) + 2;
    }

    private static String unitIn(int fingerprint) {
        return UNITS.get(fingerprint >> UNIT_FROM & 7);
    }

    /** A new unit gets a new number. */
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
}
