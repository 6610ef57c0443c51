/** Typing rhythm of one password: Killourhy and Maxion 2009. */
@NullMarked
package dev.twinwatch.bench.quality.typing;

import org.jspecify.annotations.NullMarked;
