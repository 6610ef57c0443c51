package dev.twinwatch.interop.registry;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Confluent's Java client 7.5.3. */
final class Official {
    private Official() {}

    /** With empty caches, as in another process: else it would answer from what it sent before. */
    static SchemaRegistryClient client(String url) {
        return new CachedSchemaRegistryClient(List.of(url), 100, Map.of());
    }

    static AvroSchema schema(String text) {
        return new AvroSchema(text);
    }

    /** Such that `bank.Money` in the text is the first version of the other subject. */
    static AvroSchema schema(String text, String subjectOfMoney) {
        return new AvroSchema(
                text,
                List.of(new SchemaReference("bank.Money", subjectOfMoney, 1)),
                Map.of("bank.Money", Schemas.MONEY),
                null);
    }

    /** Error codes are what programs decide by; texts are for people. */
    static void refuses(int errorCode, ThrowingCallable call) {
        assertThatExceptionOfType(RestClientException.class)
                .isThrownBy(call)
                .extracting(RestClientException::getErrorCode)
                .isEqualTo(errorCode);
    }
}
