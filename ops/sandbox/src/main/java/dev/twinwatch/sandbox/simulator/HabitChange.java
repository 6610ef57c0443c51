package dev.twinwatch.sandbox.simulator;

import java.util.ArrayList;
import java.util.List;

/** The one habit that changes when life goes on: people move, buy a phone, earn more, begin to work late. */
enum HabitChange {
    PLACE {
        @Override
        Habits apply(Habits before, String newDevice, Draws draws) {
            String other;
            do {
                other = Population.place(draws.between(0, Population.PLACES - 1));
            } while (before.places().contains(other));
            return before.withPlaces(replaced(before.places(), anyRank(before.places(), draws), other));
        }
    },
    DEVICE {
        @Override
        Habits apply(Habits before, String newDevice, Draws draws) {
            return before.withDevices(replaced(before.devices(), anyRank(before.devices(), draws), newDevice));
        }
    },
    AMOUNTS {
        @Override
        Habits apply(Habits before, String newDevice, Draws draws) {
            int rank = anyRank(before.amountLevels(), draws);
            // By a factor of 1.6 to 3.3, up or down: outside the usual spread at one place.
            double shift = draws.between(0.5, 1.2) * (draws.chance(0.5) ? 1 : -1);
            double level = before.amountLevels().get(rank) + shift;
            return before.withAmountLevels(replaced(before.amountLevels(), rank, level));
        }
    },
    HOURS {
        @Override
        Habits apply(Habits before, String newDevice, Draws draws) {
            return before.withHours(before.hours().withOnePeakShifted(draws));
        }
    };

    /** The habits after the change; the device is taken only by the change that needs a new one. */
    abstract Habits apply(Habits before, String newDevice, Draws draws);

    static HabitChange draw(Draws draws) {
        return List.of(values()).get(draws.between(0, values().length - 1));
    }

    private static int anyRank(List<?> values, Draws draws) {
        return draws.between(0, values.size() - 1);
    }

    private static <T> List<T> replaced(List<T> values, int index, T value) {
        List<T> others = new ArrayList<>(values);
        others.set(index, value);
        return others;
    }
}
