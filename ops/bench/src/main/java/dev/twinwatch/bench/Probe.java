package dev.twinwatch.bench;

/** Placeholder. */
public final class Probe {
    private Probe() {}
}
