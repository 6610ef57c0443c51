package dev.twinwatch.sandbox.simulator;

import java.util.ArrayList;
import java.util.List;

/** One simulated person: so many payments, and the habits behind them, of which one changes every 100 payments. */
record Customer(String name, int payments, List<Habits> chapters) {
    /** After so many payments of a person one habit changes. */
    static final int PAYMENTS_PER_CHAPTER = 100;

    Customer {
        chapters = List.copyOf(chapters);
    }

    static Customer draw(Population population, int person, int payments, Draws draws) {
        List<Habits> chapters = new ArrayList<>();
        chapters.add(population.drawHabits(person, draws));
        int devicesSoFar = chapters.get(0).devices().size();
        for (int end = PAYMENTS_PER_CHAPTER; end < payments; end += PAYMENTS_PER_CHAPTER) {
            Habits before = chapters.get(chapters.size() - 1);
            Habits after = HabitChange.draw(draws).apply(before, population.device(person, devicesSoFar), draws);
            if (!after.devices().equals(before.devices())) {
                devicesSoFar++;
            }
            chapters.add(after);
        }
        return new Customer(Population.customer(person), payments, chapters);
    }

    /** The habits behind the payment of this number, from 0; after the last payment the last habits remain. */
    Habits habitsAt(int payment) {
        return chapters.get(Math.min(payment / PAYMENTS_PER_CHAPTER, chapters.size() - 1));
    }
}
