/** What a change of the model does to a stream that runs: whether an event is lost, and how long nothing comes out. */
@NullMarked
package dev.twinwatch.bench.change;

import org.jspecify.annotations.NullMarked;
