/** Processes beside the one that measures, and what they leave on the disk. */
@NullMarked
package dev.twinwatch.bench.process;

import org.jspecify.annotations.NullMarked;
