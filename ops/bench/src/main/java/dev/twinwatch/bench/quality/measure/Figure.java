package dev.twinwatch.bench.quality.measure;

/**
 * One figure of one run.
 *
 * @param data which data set, as its folder is called
 * @param measure what was measured and how, the same in every run
 * @param value rates and areas 0 to 1, times in seconds
 */
public record Figure(String data, String measure, double value) {}
