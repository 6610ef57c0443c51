/** The stream graph under test. */
@NullMarked
package dev.twinwatch.stream.topology;

import org.jspecify.annotations.NullMarked;
