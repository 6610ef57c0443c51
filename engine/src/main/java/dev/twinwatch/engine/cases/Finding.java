package dev.twinwatch.engine.cases;

/**
 * What a person said of one event.
 *
 * @param time of the event, in microseconds since 1970
 * @param knownAt when it became known, in the same unit
 * @param fraud whether it was fraud; else it was looked at and fine
 */
public record Finding(long time, long knownAt, boolean fraud) {}
