/** From embeddings to evidence and a limit: ratios, fusion, and takeovers simulated on entities that training never saw. */
@NullMarked
package dev.twinwatch.trainer.calibration;

import org.jspecify.annotations.NullMarked;
