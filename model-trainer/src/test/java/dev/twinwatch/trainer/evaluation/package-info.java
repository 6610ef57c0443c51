@NullMarked
package dev.twinwatch.trainer.evaluation;

import org.jspecify.annotations.NullMarked;
