@NullMarked
package dev.twinwatch.bench.quality.measure;

import org.jspecify.annotations.NullMarked;
