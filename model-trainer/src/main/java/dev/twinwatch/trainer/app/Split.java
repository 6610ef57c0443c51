package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which entities train the encoder and which calibrate it.
 *
 * @param train learn the encoder
 * @param heldOut never seen by the encoder; empty where there are too few entities
 */
record Split(List<EntityHistory> train, List<EntityHistory> heldOut) {
    private static final int LEAST_TO_SPLIT = 8;
    private static final double HELD_OUT = 0.3;

    Split {
        train = List.copyOf(train);
        heldOut = List.copyOf(heldOut);
    }

    /** Three tenths held out, drawn by the seed; none with fewer than {@value #LEAST_TO_SPLIT} entities. */
    static Split of(List<EntityHistory> entities, long seed) {
        if (entities.size() < LEAST_TO_SPLIT) {
            return new Split(entities, List.of());
        }
        List<EntityHistory> shuffled = new ArrayList<>(entities);
        Collections.shuffle(shuffled, new Random(seed));
        int held = (int) Math.max(2, Math.round(entities.size() * HELD_OUT));
        return new Split(shuffled.subList(held, shuffled.size()), shuffled.subList(0, held));
    }
}
