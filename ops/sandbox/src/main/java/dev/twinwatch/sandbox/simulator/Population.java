package dev.twinwatch.sandbox.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names in the simulated world: customers, the places all share, and the devices that belong to one each. */
record Population(int entities) {
    static final int PLACES = 200;

    static String customer(int person) {
        return String.format(Locale.ROOT, "c%05d", person);
    }

    static String place(int number) {
        return String.format(Locale.ROOT, "place-%03d", number);
    }

    /** The first three devices of all make 3 x entities; who needs a fourth gets a number above them. */
    String device(int person, int ordinal) {
        return String.format(Locale.ROOT, "device-%06d", ordinal * entities + person);
    }

    /** The habits with which a person begins: 2 to 4 places, 1 to 3 devices, a level of amounts for each place. */
    Habits drawHabits(int person, Draws draws) {
        List<String> places = draws.distinct(draws.between(2, 4), PLACES).stream()
                .map(Population::place)
                .toList();
        List<String> devices = new ArrayList<>();
        int deviceCount = draws.between(1, 3);
        for (int ordinal = 0; ordinal < deviceCount; ordinal++) {
            devices.add(device(person, ordinal));
        }
        List<Double> levels = new ArrayList<>();
        for (int rank = 0; rank < places.size(); rank++) {
            levels.add(drawAmountLevel(draws));
        }
        return new Habits(places, devices, levels, Hours.draw(draws));
    }

    // Medians around 27 units of currency, two thirds of them between 11 and 66.
    private static double drawAmountLevel(Draws draws) {
        return 3.3 + 0.9 * draws.normal();
    }
}
