/** The retraining process beside a real broker, registry and service. */
@NullMarked
package dev.twinwatch.retrainer;

import org.jspecify.annotations.NullMarked;
