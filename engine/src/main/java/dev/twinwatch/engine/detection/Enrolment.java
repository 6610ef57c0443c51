package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.evidence.Confidence;

/** How well an entity is known when one of its events comes. */
public enum Enrolment {
    /** Nothing of it is known yet: where the model allows it, its first windows are compared with what is usual for anyone. */
    NEW,
    /** Some reference windows count, and the evidence counts for less than in full. */
    LEARNING,
    /** Evidence counts in full. */
    READY;

    static Enrolment of(Confidence confidence, int references) {
        return references == 0 ? NEW : confidence.isFull(references) ? READY : LEARNING;
    }
}
