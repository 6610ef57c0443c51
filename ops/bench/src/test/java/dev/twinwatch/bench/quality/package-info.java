@NullMarked
package dev.twinwatch.bench.quality;

import org.jspecify.annotations.NullMarked;
