/** Rows of figures beside what was asked for, for people and for programs. */
@NullMarked
package dev.twinwatch.bench.quality.report;

import org.jspecify.annotations.NullMarked;
