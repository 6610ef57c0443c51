/** What the protocols measure, as plain arithmetic on scores. */
@NullMarked
package dev.twinwatch.bench.quality.measure;

import org.jspecify.annotations.NullMarked;
