package dev.twinwatch.engine;

/** Placeholder. */
public final class Probe {
    private Probe() {}
}
