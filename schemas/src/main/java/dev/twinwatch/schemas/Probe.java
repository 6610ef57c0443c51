package dev.twinwatch.schemas;

/** Placeholder. */
public final class Probe {
    private Probe() {}
}
