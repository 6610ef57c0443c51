/** Simulated payments on their way into a running service, and what comes out of it. */
@NullMarked
package dev.twinwatch.bench.traffic;

import org.jspecify.annotations.NullMarked;
