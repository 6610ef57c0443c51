/** Tests. */
@NullMarked
package dev.twinwatch.stream.api;

import org.jspecify.annotations.NullMarked;
