/** The watch file: which stream, which entity, which fields, which sequence. */
@NullMarked
package dev.twinwatch.engine.watch;

import org.jspecify.annotations.NullMarked;
