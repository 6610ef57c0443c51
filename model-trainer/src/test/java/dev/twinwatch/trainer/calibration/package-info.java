@NullMarked
package dev.twinwatch.trainer.calibration;

import org.jspecify.annotations.NullMarked;
