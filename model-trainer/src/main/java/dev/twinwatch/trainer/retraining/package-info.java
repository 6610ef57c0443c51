/** Labelled feedback and newer events make a new bundle, and figures beside the live one decide whether it is released. */
@NullMarked
package dev.twinwatch.trainer.retraining;

import org.jspecify.annotations.NullMarked;
