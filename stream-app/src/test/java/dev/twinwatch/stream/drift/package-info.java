@NullMarked
package dev.twinwatch.stream.drift;

import org.jspecify.annotations.NullMarked;
