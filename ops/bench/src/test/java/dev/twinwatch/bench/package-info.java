@NullMarked
package dev.twinwatch.bench;

import org.jspecify.annotations.NullMarked;
