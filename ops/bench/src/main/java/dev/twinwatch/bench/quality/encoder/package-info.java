/** Trains the encoder as anybody would, and keeps its bundles for the next run. */
@NullMarked
package dev.twinwatch.bench.quality.encoder;

import org.jspecify.annotations.NullMarked;
