@NullMarked
package dev.twinwatch.bench.quality.commands;

import org.jspecify.annotations.NullMarked;
