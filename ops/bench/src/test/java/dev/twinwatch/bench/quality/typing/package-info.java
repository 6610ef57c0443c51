@NullMarked
package dev.twinwatch.bench.quality.typing;

import org.jspecify.annotations.NullMarked;
