package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Inputs;

/** Which fixed features of a window, made without any network, have a likelihood ratio of their own. */
public enum Summary {
    /** Averages of the dense inputs, then their deviations: for windows of an endless stream. */
    AVERAGES {
        @Override
        public int size(int length, int dense) {
            return 2 * dense;
        }

        @Override
        float[] of(Inputs window) {
            return window.summary();
        }
    },
    /**
     * The dense inputs event by event: for sequences of one length, whose first, second and third events mean the same in each
     * (the keys of a password, the fields of a form).
     */
    POSITIONS {
        @Override
        public int size(int length, int dense) {
            return length * dense;
        }

        @Override
        float[] of(Inputs window) {
            int dense = window.denseInputs();
            float[] values = new float[window.length() * dense];
            for (int i = 0; i < window.events(); i++) {
                for (int d = 0; d < dense; d++) {
                    values[i * dense + d] = window.dense(i, d);
                }
            }
            return values;
        }
    };

    /** Values of a window of at most {@code length} events with so many dense inputs each. */
    public abstract int size(int length, int dense);

    /** The values; a missing event is all 0, the mean of the population. Not to be changed or kept. */
    abstract float[] of(Inputs window);

    /** The name of its piece of evidence. */
    String input() {
        return this == AVERAGES ? "averages" : "positions";
    }
}
