/** Tests. */
@NullMarked
package dev.twinwatch.stream.dashboard;

import org.jspecify.annotations.NullMarked;
