package dev.twinwatch.engine.watch;

/** The networks that can place a window. */
public enum EncoderKind {
    /** Damped counts of learned embeddings and averages of numbers: the order inside a window does not matter. */
    BAG,
    /** Causal convolutions over the events: order matters. */
    TCN
}
