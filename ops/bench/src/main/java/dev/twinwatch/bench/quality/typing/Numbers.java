package dev.twinwatch.bench.quality.typing;

/** The numbers of the protocol. */
final class Numbers {
    /** First repetitions of a subject: its own for certain. The rest are genuine probes. */
    static final int ENROLLED = 200;

    /** First repetitions of every other subject: impostors, whom no training may see. */
    static final int IMPOSTOR_REPETITIONS = 5;

    /** Disjoint groups of subjects: each is tested by an encoder that learned from the others. */
    static final int FOLDS = 5;

    private Numbers() {}
}
