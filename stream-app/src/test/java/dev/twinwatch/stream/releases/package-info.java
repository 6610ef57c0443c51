@NullMarked
package dev.twinwatch.stream.releases;

import org.jspecify.annotations.NullMarked;
