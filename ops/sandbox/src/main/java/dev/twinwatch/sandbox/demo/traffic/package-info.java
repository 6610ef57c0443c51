/** Events to the broker, scores and alerts back. */
@NullMarked
package dev.twinwatch.sandbox.demo.traffic;

import org.jspecify.annotations.NullMarked;
