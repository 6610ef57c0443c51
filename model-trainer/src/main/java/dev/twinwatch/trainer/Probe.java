package dev.twinwatch.trainer;

/** Placeholder. */
public final class Probe {
    private Probe() {}
}
