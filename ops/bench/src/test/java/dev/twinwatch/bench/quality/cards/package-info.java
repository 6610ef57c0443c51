@NullMarked
package dev.twinwatch.bench.quality.cards;

import org.jspecify.annotations.NullMarked;
