/** Columns of the data files, read by name, with sentences for what is wrong with them. */
@NullMarked
package dev.twinwatch.bench.quality.table;

import org.jspecify.annotations.NullMarked;
