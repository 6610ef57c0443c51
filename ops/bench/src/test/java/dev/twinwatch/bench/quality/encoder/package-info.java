@NullMarked
package dev.twinwatch.bench.quality.encoder;

import org.jspecify.annotations.NullMarked;
