package dev.twinwatch.engine.watch;

/** The networks that can place a window. */
public enum EncoderKind {
    /** Damped counts of learned embeddings and averages of numbers: the order inside a window does not matter. */
    BAG,
    /** Causal convolutions over the events: order matters. */
    TCN,
    /** A recurrent network: order matters, however far apart. Costs a whole window per event, so only for sequences that end. */
    LSTM,
    /** Two layers over the whole window: for windows of always the same length, where each position has a meaning of its own. */
    MLP,
    /** Which values occur, and which follow each other, how often does not matter: for watches of categories without numbers. */
    SET
}
