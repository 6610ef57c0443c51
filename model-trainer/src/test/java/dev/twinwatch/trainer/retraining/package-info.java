/** Tests of the decision about a candidate. */
@NullMarked
package dev.twinwatch.trainer.retraining;

import org.jspecify.annotations.NullMarked;
