package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Score;
import java.util.function.Consumer;

/**
 * What becomes of the few events below the limit about which people are asked.
 *
 * @param perDay how many on a usual day
 * @param offered hears of each, perhaps again after a failure
 */
record Reviewing(int perDay, Consumer<Score> offered) {}
