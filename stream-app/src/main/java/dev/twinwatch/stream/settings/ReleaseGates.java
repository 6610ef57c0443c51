package dev.twinwatch.stream.settings;

/**
 * How much worse than the live model another one may be that takes its place.
 *
 * @param mostRecallLost share of the live model's recall that may be lost, 0 to 1
 * @param mostFalseAlerts how many times as many false alerts an event there may be, at least 0.01
 */
public record ReleaseGates(double mostRecallLost, double mostFalseAlerts) {}
