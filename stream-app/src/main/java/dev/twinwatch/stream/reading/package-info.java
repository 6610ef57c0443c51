/** From the bytes of a user's record to an event of the engine. */
@NullMarked
package dev.twinwatch.stream.reading;

import org.jspecify.annotations.NullMarked;
