/** What confirmed fraud cases are worth before anything is trained again. */
@NullMarked
package dev.twinwatch.bench.quality.feedback;

import org.jspecify.annotations.NullMarked;
