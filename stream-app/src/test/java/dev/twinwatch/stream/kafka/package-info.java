@NullMarked
package dev.twinwatch.stream.kafka;

import org.jspecify.annotations.NullMarked;
