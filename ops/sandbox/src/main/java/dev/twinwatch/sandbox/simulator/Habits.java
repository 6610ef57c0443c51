package dev.twinwatch.sandbox.simulator;

import java.util.List;

/**
 * How somebody pays while nothing changes.
 *
 * @param places where, the most frequent first, each once
 * @param devices with what, the most frequent first, each once
 * @param amountLevels natural logarithm of the median amount, by rank of the place; one for each place of the person
 *     whose amounts these are. Whoever has more places than levels begins again with the first level.
 * @param hours when
 */
public record Habits(List<String> places, List<String> devices, List<Double> amountLevels, Hours hours) {
    /** Standard deviation of the logarithm of the amount at one place. */
    static final double AMOUNT_SPREAD = 0.3;

    public Habits {
        places = List.copyOf(places);
        devices = List.copyOf(devices);
        amountLevels = List.copyOf(amountLevels);
        requireEachOnce("places", places);
        requireEachOnce("devices", devices);
        if (amountLevels.isEmpty()) {
            throw new IllegalArgumentException("habits have no amountLevels, expected one for each place: add them");
        }
    }

    private static void requireEachOnce(String name, List<String> values) {
        if (values.isEmpty() || values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException(
                    "habits have " + name + " " + values + ", expected one or more, each once: correct the list");
        }
    }

    /** The logarithm of the median amount at the place of this rank. */
    double amountLevel(int placeRank) {
        return amountLevels.get(placeRank % amountLevels.size());
    }

    Habits withPlaces(List<String> others) {
        return new Habits(others, devices, amountLevels, hours);
    }

    Habits withDevices(List<String> others) {
        return new Habits(places, others, amountLevels, hours);
    }

    Habits withAmountLevels(List<Double> others) {
        return new Habits(places, devices, others, hours);
    }

    Habits withHours(Hours others) {
        return new Habits(places, devices, amountLevels, others);
    }
}
