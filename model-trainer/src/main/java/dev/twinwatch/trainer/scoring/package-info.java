/** A bundle over recorded sequences, without Kafka. */
@NullMarked
package dev.twinwatch.trainer.scoring;

import org.jspecify.annotations.NullMarked;
