/** What the service tells over HTTP. */
@NullMarked
package dev.twinwatch.stream.api;

import org.jspecify.annotations.NullMarked;
