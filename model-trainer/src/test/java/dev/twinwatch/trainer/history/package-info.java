@NullMarked
package dev.twinwatch.trainer.history;

import org.jspecify.annotations.NullMarked;
