@NullMarked
package dev.twinwatch.bench.quality.takeovers;

import org.jspecify.annotations.NullMarked;
