/** The stream graph: topics, stores, step names. */
@NullMarked
package dev.twinwatch.stream.topology;

import org.jspecify.annotations.NullMarked;
