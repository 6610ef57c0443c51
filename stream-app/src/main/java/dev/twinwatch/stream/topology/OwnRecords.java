package dev.twinwatch.stream.topology;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.settings.Settings;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How records are written to topics that the service itself reads again or keeps for its audit: always by our own serializer. */
record OwnRecords(SchemaRegistry registry, Settings settings) {
    <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        return Serdes.serdeFrom(
                new AvroSerializer<T>(registry, settings.serde()), new AvroDeserializer<>(registry, type));
    }
}
