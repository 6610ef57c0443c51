/** Plain Kafka clients: topics at start-up, reading a topic to its end. */
@NullMarked
package dev.twinwatch.stream.kafka;

import org.jspecify.annotations.NullMarked;
