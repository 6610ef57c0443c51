package dev.twinwatch.sandbox.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** The random draws of the simulator: the same seed gives the same draws on every machine and Java version. */
final class Draws {
    // Named by its class, not by a default that a Java version may change. Logarithms and roots are StrictMath's, and
    // the normal distribution is our own, because Java promises neither to the last bit.
    private final SplittableRandom random;

    private Draws(SplittableRandom random) {
        this.random = random;
    }

    static Draws seeded(long seed) {
        return new Draws(new SplittableRandom(seed));
    }

    /** Draws of their own for one part, so that what other parts draw does not change them. */
    Draws split() {
        return new Draws(random.split());
    }

    /** A whole number from the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** A number from low (included) to high (excluded). */
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Normally distributed with mean 0 and deviation 1 (Box and Muller). */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** How often something happens that happens so often on average; for means up to about 100. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** A rank from 0, each half, a third, a quarter ... as likely as the first. */
    int rank(int size) {
        double total = 0;
        for (int rank = 0; rank < size; rank++) {
            total += 1.0 / (rank + 1);
        }
        double left = random.nextDouble() * total;
        for (int rank = 0; rank < size - 1; rank++) {
            left -= 1.0 / (rank + 1);
            if (left < 0) {
                return rank;
            }
        }
        return size - 1;
    }

    /** So many different numbers from 0 to below the bound, in random order. */
    List<Integer> distinct(int count, int bound) {
        List<Integer> numbers = new ArrayList<>(bound);
        for (int number = 0; number < bound; number++) {
            numbers.add(number);
        }
        for (int i = 0; i < count; i++) {
            Collections.swap(numbers, i, between(i, bound - 1));
        }
        return List.copyOf(numbers.subList(0, count));
    }
}
