/** The engine of the service over a recorded history: what would have been alerted, and how right that would have been. */
@NullMarked
package dev.twinwatch.trainer.backtest;

import org.jspecify.annotations.NullMarked;
