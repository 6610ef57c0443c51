package dev.twinwatch.stream;

/** Placeholder. */
public final class Probe {
    private Probe() {}
}
