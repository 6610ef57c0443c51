@NullMarked
package dev.twinwatch.stream.feedback;

import org.jspecify.annotations.NullMarked;
