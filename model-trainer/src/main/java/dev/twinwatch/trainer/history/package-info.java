/** Events of the past, by entity, cut into windows. */
@NullMarked
package dev.twinwatch.trainer.history;

import org.jspecify.annotations.NullMarked;
