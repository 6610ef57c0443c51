/** Tests of the package. */
@NullMarked
package dev.twinwatch.stream.comparison;

import org.jspecify.annotations.NullMarked;
