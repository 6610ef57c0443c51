@NullMarked
package dev.twinwatch.stream.sending;

import org.jspecify.annotations.NullMarked;
