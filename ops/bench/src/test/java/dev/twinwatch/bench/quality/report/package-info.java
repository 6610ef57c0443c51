@NullMarked
package dev.twinwatch.bench.quality.report;

import org.jspecify.annotations.NullMarked;
