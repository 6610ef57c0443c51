package dev.twinwatch.sandbox;

/** Placeholder. */
public final class Probe {
    private Probe() {}
}
