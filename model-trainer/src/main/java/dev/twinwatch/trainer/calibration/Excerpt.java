package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * As many entities as can be run through the detector in a few minutes: all of them where their newest events are no more than
 * {@value #MOST_EVENTS}, else a choice by the seed, in which no entity counts for more than its rehearsed windows.
 */
final class Excerpt {
    /** A calibration runs each of them about twenty times, at some ten microseconds each. */
    static final int MOST_EVENTS = 400_000;

    private final int rehearsed;
    private final long seed;

    Excerpt(Layout layout, long seed) {
        this.rehearsed = Rehearsal.HONEST_WINDOWS * layout.watch().sequence().length();
        this.seed = seed;
    }

    /** In the order of what was given; never fewer than a calibration needs. */
    List<EntityHistory> of(List<EntityHistory> entities) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, entities.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        BitSet chosen = new BitSet(entities.size());
        long events = 0;
        for (int i : order) {
            events += Math.min(entities.get(i).size(), rehearsed);
            if (events > MOST_EVENTS && chosen.cardinality() >= Calibration.LEAST_HELD_OUT) {
                break;
            }
            chosen.set(i);
        }
        return chosen.stream().mapToObj(entities::get).toList();
    }
}
