package dev.twinwatch.stream.settings;

import java.time.Duration;

/**
 * How the stream runs.
 *
 * @param threads stream threads
 * @param guarantee exactly_once_v2 or at_least_once
 * @param commitInterval how often transactions are committed
 * @param cacheBytes record cache of all threads together
 * @param standbys warm copies of the state
 * @param restarts failures in a row after which the service gives up
 * @param instanceId name of this instance; empty: none
 */
public record StreamSettings(
        int threads,
        String guarantee,
        Duration commitInterval,
        long cacheBytes,
        int standbys,
        int restarts,
        String instanceId) {}
