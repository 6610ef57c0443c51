/** How what is published is shown, to people and to programs. */
@NullMarked
package dev.twinwatch.stream.releases;

import org.jspecify.annotations.NullMarked;
