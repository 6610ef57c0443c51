@NullMarked
package dev.twinwatch.trainer.backtest;

import org.jspecify.annotations.NullMarked;
