/** From a window of events to an embedding, in plain Java floats. */
@NullMarked
package dev.twinwatch.engine.network;

import org.jspecify.annotations.NullMarked;
