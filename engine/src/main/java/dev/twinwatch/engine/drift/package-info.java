/** How far genuine traffic has moved from what the model was calibrated on. */
@NullMarked
package dev.twinwatch.engine.drift;

import org.jspecify.annotations.NullMarked;
