/** The trained model as one file: weights, scaling, calibration, provenance. */
@NullMarked
package dev.twinwatch.engine.bundle;

import org.jspecify.annotations.NullMarked;
