/** The commands `init`, `check`, `train` and `score`. */
@NullMarked
package dev.twinwatch.trainer.app;

import org.jspecify.annotations.NullMarked;
