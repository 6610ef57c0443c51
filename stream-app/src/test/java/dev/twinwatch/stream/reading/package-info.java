/** Tests. */
@NullMarked
package dev.twinwatch.stream.reading;

import org.jspecify.annotations.NullMarked;
