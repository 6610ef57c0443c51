@NullMarked
package dev.twinwatch.bench.quality.table;

import org.jspecify.annotations.NullMarked;
