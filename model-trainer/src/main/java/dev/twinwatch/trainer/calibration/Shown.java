package dev.twinwatch.trainer.calibration;

import java.util.List;

/**
 * Inputs of the fusion in one way of using a model.
 *
 * @param honest of undisturbed windows
 * @param taken of windows in which others' events stand
 */
record Shown(List<double[]> honest, List<double[]> taken) {
    Shown {
        honest = List.copyOf(honest);
        taken = List.copyOf(taken);
    }

    boolean hasBoth() {
        return !honest.isEmpty() && !taken.isEmpty();
    }
}
