package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Made-up identities: at a random but fixed set of positions they act as one entity, at the others as another.
 *
 * <p>That has a meaning only where position i is the same act in every sequence, as in typing one password or filling in one
 * form. There it gives a network as many identities as it likes, each hard to tell from the two that it is made of.
 */
final class Mixing {
    /** Share of the windows that have to be whole sequences of one length. */
    private static final double AGREE = .9;

    private static final int ENTITIES_LOOKED_AT = 256;
    private static final int WINDOWS_LOOKED_AT = 32;

    private Mixing() {}

    /**
     * Whether events align by position: sequences end by a value of their own, and nine in ten windows are a whole sequence
     * of the most frequent length. A window that overlaps the one before it is part of a longer sequence.
     */
    static boolean suits(TrainingWindows windows) {
        int[] ofLength = new int[513];
        int seen = 0;
        for (int entity = 0; entity < Math.min(windows.entities(), ENTITIES_LOOKED_AT); entity++) {
            long coveredUpTo = Long.MIN_VALUE;
            for (int i = 0; i < Math.min(windows.count(entity), WINDOWS_LOOKED_AT); i++) {
                Window window = windows.window(entity, i);
                if (!window.layout().watch().sequence().ends()) {
                    return false;
                }
                seen++;
                if (window.firstNumber() > coveredUpTo && window.events() > 1) {
                    ofLength[window.events()]++;
                }
                coveredUpTo = window.lastNumber();
            }
        }
        int most = 0;
        for (int count : ofLength) {
            most = Math.max(most, count);
        }
        return seen > 0 && most >= AGREE * seen;
    }

    /** Windows of one new identity, one for each given window of either entity. */
    static List<Window> mixed(List<Window> one, List<Window> other, RandomGenerator random) {
        BitSet positions = new BitSet();
        for (int i = 0; i < one.get(0).layout().watch().sequence().length(); i++) {
            positions.set(i, random.nextBoolean());
        }
        List<Window> mixed = new ArrayList<>();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            mixed.add(one.get(i).taking(positions, other.get(i)));
        }
        return mixed;
    }
}
