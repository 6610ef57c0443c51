/** What changes while the service runs: models and which of them decides. */
@NullMarked
package dev.twinwatch.stream.control;

import org.jspecify.annotations.NullMarked;
