/** The control topic under test. */
@NullMarked
package dev.twinwatch.stream.control;

import org.jspecify.annotations.NullMarked;
