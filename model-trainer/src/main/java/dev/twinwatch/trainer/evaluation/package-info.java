/** How well a trained model tells entities apart, in numbers: on entities that it has not seen, beside plain baselines. */
@NullMarked
package dev.twinwatch.trainer.evaluation;

import org.jspecify.annotations.NullMarked;
