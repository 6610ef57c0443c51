/** Clients of other languages on a real broker: they write events, and read the alerts that were committed. */
@NullMarked
package dev.twinwatch.interop.kafka;

import org.jspecify.annotations.NullMarked;
