/** From embedding and references to a likelihood ratio; distances; fusion. */
@NullMarked
package dev.twinwatch.engine.evidence;

import org.jspecify.annotations.NullMarked;
