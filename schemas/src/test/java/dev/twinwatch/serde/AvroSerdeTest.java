package dev.twinwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.PaymentEvent;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.registry.RegistryServer;
import dev.twinwatch.registry.UnknownSchemaException;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that go out and come back; records that cannot be read are UnreadableRecordsTest's. */
final class AvroSerdeTest {
    private static final Schema V1 = SchemaBuilder.record("Visit")
            .fields()
            .requiredString("who")
            .requiredInt("age")
            .endRecord();
    /** Other order and a field more, so that fields taken by position would be mixed up. */
    private static final Schema V2 = SchemaBuilder.record("Visit")
            .fields()
            .requiredInt("age")
            .optionalString("where")
            .requiredString("who")
            .endRecord();

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void aGenericRecordComesBackAsItWas() {
        var serde = AvroSerde.generic(registry);

        var back = serde.deserializer().deserialize("visits", serde.serializer().serialize("visits", visit("ana", 41)));

        assertThat(back).isEqualTo(visit("ana", 41));
    }

    @Test
    void aGeneratedRecordComesBackAsItWas() {
        var serde = AvroSerde.of(PaymentEvent.class, registry);

        var back = serde.deserializer()
                .deserialize("payments", serde.serializer().serialize("payments", Payments.specific()));

        assertThat(back).isEqualTo(Payments.specific());
    }

    @Test
    void aGeneratedRecordIsReadAsGenericByWhoHasNoClass() {
        var bytes = new AvroSerializer<PaymentEvent>(registry).serialize("payments", Payments.specific());

        var back = AvroSerde.generic(registry).deserializer().deserialize("payments", bytes);

        assertThat(AvroPath.valueAt(back, "customer")).isEqualTo("ana");
        assertThat(AvroPath.valueAt(back, "paid_at")).isEqualTo(1000L);
    }

    @Test
    void nullStaysNull() {
        var serde = AvroSerde.generic(registry);

        assertThat(serde.serializer().serialize("visits", null)).isNull();
        assertThat(serde.deserializer().deserialize("visits", (byte[]) null)).isNull();
    }

    @Test
    void kafkaMakesItFromPropertiesAlone() throws IOException {
        try (var server = RegistryServer.below("/apis/ccompat/v7");
                var serde = new AvroSerde<PaymentEvent>()) {
            serde.configure(Map.of("schema.registry.url", server.url(), "specific.avro.reader", "true"), false);

            var bytes = serde.serializer().serialize("payments", Payments.specific());

            assertThat(serde.deserializer().deserialize("payments", bytes)).isEqualTo(Payments.specific());
        }
    }

    @Test
    void keysAndValuesHaveTheirOwnSubjects() {
        var keys = AvroSerde.generic(registry);
        keys.configure(Map.of(), true);

        keys.serializer().serialize("visits", visit("ana", 41));
        AvroSerde.generic(registry).serializer().serialize("visits", visit("ana", 41));

        assertThat(registry.latest("visits-key").schema()).isEqualTo(V1);
        assertThat(registry.latest("visits-value").schema()).isEqualTo(V1);
    }

    @Test
    void withoutAutoRegisterAnUnknownSchemaIsAnErrorAndStaysUnknown() {
        var serde = AvroSerde.generic(registry);
        serde.configure(Map.of("auto.register.schemas", false), false);

        assertThatThrownBy(() -> serde.serializer().serialize("visits", visit("ana", 41)))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("visits-value");
        assertThatThrownBy(() -> registry.latest("visits-value")).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void withUseLatestFieldsAreMatchedByNameAndNotByPosition() {
        registry.register("visits-value", V1);
        int newest = registry.register("visits-value", V2);
        var serde = AvroSerde.generic(registry);
        serde.configure(Map.of("auto.register.schemas", "false", "use.latest.version", "true"), false);

        var bytes = serde.serializer().serialize("visits", visit("ana", 41));

        assertThat(WireFormat.schemaIdIn(bytes, "visits")).isEqualTo(newest);
        var expected =
                new GenericRecordBuilder(V2).set("age", 41).set("who", "ana").build();
        assertThat(serde.deserializer().deserialize("visits", bytes)).isEqualTo(expected);
    }

    @Test
    void aRecordThatFailsHalfwayLeavesNothingInTheNextOne() {
        var serializer = AvroSerde.generic(registry).serializer();
        var expected = serializer.serialize("visits", visit("ana", 41));
        var halfway = new GenericData.Record(V1);
        halfway.put("who", "bob");

        assertThatThrownBy(() -> serializer.serialize("visits", halfway))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("record Visit for topic visits")
                .hasMessageContaining("age");
        assertThat(serializer.serialize("visits", visit("ana", 41))).isEqualTo(expected);
    }

    @Test
    void aSerdeThatWasNotConfiguredSaysSo() {
        assertThatThrownBy(() -> new AvroSerializer<GenericRecord>().serialize("visits", visit("ana", 41)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call configure(...)");
    }

    @ParameterizedTest
    @CsvSource({
        "io.confluent.kafka.serializers.subject.TopicNameStrategy,       visits-value, visits-key",
        "io.confluent.kafka.serializers.subject.RecordNameStrategy,      Visit,        Visit",
        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy, visits-Visit, visits-Visit"
    })
    void theSubjectIsNamedAsTheStrategySays(String strategy, String ofValue, String ofKey) {
        var values = SerdeSettings.from(Map.of("value.subject.name.strategy", strategy), false);
        var keys = SerdeSettings.from(Map.of("key.subject.name.strategy", strategy), true);

        assertThat(values.subject("visits", V1)).isEqualTo(ofValue);
        assertThat(keys.subject("visits", V1)).isEqualTo(ofKey);
    }

    @Test
    void recordsOfTwoKindsInOneTopicHaveTheirOwnSubjects() {
        var serde = AvroSerde.generic(registry);
        serde.configure(Map.of("value.subject.name.strategy", "TopicRecordNameStrategy"), false);
        var other = SchemaBuilder.record("Login").fields().requiredString("who").endRecord();

        serde.serializer().serialize("visits", visit("ana", 41));
        serde.serializer()
                .serialize(
                        "visits",
                        new GenericRecordBuilder(other).set("who", "ana").build());

        assertThat(registry.latest("visits-Visit").schema()).isEqualTo(V1);
        assertThat(registry.latest("visits-Login").schema()).isEqualTo(other);
    }

    @Test
    void aKeyOfConfluentsSerdeThatWouldChangeTheRecordsIsNotIgnored() {
        assertThatThrownBy(() -> SerdeSettings.from(Map.of("use.schema.id", "7"), false))
                .hasMessageContaining("use.schema.id is `7`: not supported here");
    }

    @Test
    void aSubjectNameStrategyThatIsNotKnownIsRefusedAtStart() {
        assertThatThrownBy(() ->
                        SerdeSettings.from(Map.of("value.subject.name.strategy", "org.example.MyStrategy"), false))
                .hasMessageContaining("value.subject.name.strategy is `org.example.MyStrategy`")
                .hasMessageContaining("io.confluent.kafka.serializers.subject.TopicRecordNameStrategy");
    }

    private static GenericRecord visit(String who, int age) {
        return new GenericRecordBuilder(V1).set("who", who).set("age", age).build();
    }
}
