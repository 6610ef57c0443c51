package dev.twinwatch.stream.settings;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where state is kept, and how much and how long.
 *
 * @param folder of the local state
 * @param memoryBytes of RocksDB in this process
 * @param evidenceRetention how long the windows of alerts are kept for feedback
 */
public record StateSettings(Path folder, long memoryBytes, Duration evidenceRetention) {}
