/** Recorded events out of a file onto the topic of events, as a producer of one's own would send them. */
@NullMarked
package dev.twinwatch.stream.sending;

import org.jspecify.annotations.NullMarked;
