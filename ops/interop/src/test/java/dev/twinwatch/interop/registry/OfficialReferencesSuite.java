package dev.twinwatch.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.junit.jupiter.api.Test;

/** Confluent's own client with schemas that stand in several subjects. */
abstract class OfficialReferencesSuite {
    private final String url;
    private final SchemaRegistryClient client;

    OfficialReferencesSuite(String url) {
        this.url = url;
        this.client = Official.client(url);
    }

    @Test
    void schemaThatNamesAnotherIsReadTogetherWithIt() throws Exception {
        client.register("money", Official.schema(Schemas.MONEY));
        int id = client.register("with-money", Official.schema(Schemas.WITH_MONEY, "money"));

        AvroSchema read = (AvroSchema) Official.client(url).getSchemaById(id);
        assertThat(read.references())
                .extracting(reference -> reference.getName() + " " + reference.getSubject() + reference.getVersion())
                .containsExactly("bank.Money money1");
        assertThat(read.rawSchema().getField("price").schema().toString()).isEqualTo(Schemas.MONEY);
        assertThat(new RestService(url).getReferencedBy("money", 1)).containsExactly(id);
        Official.refuses(42206, () -> client.deleteSchemaVersion("money", "1"));
    }
}
