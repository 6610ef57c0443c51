@NullMarked
package dev.twinwatch.trainer.training;

import org.jspecify.annotations.NullMarked;
