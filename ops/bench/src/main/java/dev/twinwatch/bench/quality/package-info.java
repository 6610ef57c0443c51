/** How good the encoder and its score are: published protocols on real data, their plain baselines first. */
@NullMarked
package dev.twinwatch.bench.quality;

import org.jspecify.annotations.NullMarked;
