/** Two models that scored the same events, side by side: what the one that scores along would have done. */
@NullMarked
package dev.twinwatch.stream.comparison;

import org.jspecify.annotations.NullMarked;
