package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.calibration.Calibration;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Which entities train the encoder and which calibrate it.
 *
 * @param train learn the encoder
 * @param heldOut never seen by the encoder; empty where there are too few entities, then all calibrate
 */
record Split(List<EntityHistory> train, List<EntityHistory> heldOut) {
    private static final double HELD_OUT = 0.3;

    Split {
        train = List.copyOf(train);
        heldOut = List.copyOf(heldOut);
    }

    /**
     * Three tenths of the useful entities held out, drawn by the seed, and at least as many as a calibration needs; none
     * where fewer would be left to learn from. Entities with too few events for either stay with those that train.
     */
    static Split of(List<EntityHistory> entities, Predicate<EntityHistory> useful, long seed) {
        List<EntityHistory> shuffled =
                new ArrayList<>(entities.stream().filter(useful).toList());
        if (shuffled.size() < Calibration.LEAST_TO_SPLIT) {
            return new Split(entities, List.of());
        }
        Collections.shuffle(shuffled, new Random(seed));
        int held = (int) Math.max(Calibration.LEAST_HELD_OUT, Math.round(shuffled.size() * HELD_OUT));
        List<EntityHistory> train = new ArrayList<>(shuffled.subList(held, shuffled.size()));
        entities.stream().filter(useful.negate()).forEach(train::add);
        return new Split(train, shuffled.subList(0, held));
    }
}
