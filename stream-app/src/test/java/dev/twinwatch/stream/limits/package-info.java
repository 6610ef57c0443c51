@NullMarked
package dev.twinwatch.stream.limits;

import org.jspecify.annotations.NullMarked;
