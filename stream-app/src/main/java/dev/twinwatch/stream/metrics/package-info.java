/** What the service counts. */
@NullMarked
package dev.twinwatch.stream.metrics;

import org.jspecify.annotations.NullMarked;
