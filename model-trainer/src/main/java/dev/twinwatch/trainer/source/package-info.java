/** History as records in order: CSV files, Avro files, Kafka topics; and files of labels and pairs. */
@NullMarked
package dev.twinwatch.trainer.source;

import org.jspecify.annotations.NullMarked;
