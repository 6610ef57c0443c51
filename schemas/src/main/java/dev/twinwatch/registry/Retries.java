package dev.twinwatch.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How patient the client is.
 *
 * @param rounds how often all addresses are tried before giving up, at least 1
 * @param firstPause wait after the first round; doubles with each
 * @param longestPause what no wait is longer than, also where the registry asks for more
 */
public record Retries(int rounds, Duration firstPause, Duration longestPause) {
    /**
     * The wait before a round, 1 being the second one: half of it by chance, so that many clients do not come back in step.
     *
     * @param asked what the registry asked for in Retry-After, zero if nothing
     */
    Duration pauseBefore(int round, Duration asked) {
        long longest = longestPause.toMillis();
        long doubled = firstPause.toMillis() << Math.min(round - 1, 20);
        long backoff = Math.min(doubled, longest);
        long spread = backoff / 2 + ThreadLocalRandom.current().nextLong(backoff / 2 + 1);
        return Duration.ofMillis(Math.min(longest, Math.max(asked.toMillis(), spread)));
    }
}
