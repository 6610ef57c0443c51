/** Tests. */
@NullMarked
package dev.twinwatch.stream.app;

import org.jspecify.annotations.NullMarked;
