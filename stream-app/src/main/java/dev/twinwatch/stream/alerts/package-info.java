/** Alerts as they come, for people at a terminal and for scripts. */
@NullMarked
package dev.twinwatch.stream.alerts;

import org.jspecify.annotations.NullMarked;
