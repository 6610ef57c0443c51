package dev.twinwatch.serde;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

/** Bytes from a topic are not trusted: whatever they are, the answer is an exception that says what was wrong. */
final class UnreadableRecordsTest {
    private static final Schema VISIT =
            SchemaBuilder.record("Visit").fields().requiredString("who").endRecord();

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroSerde<GenericRecord> serde = AvroSerde.generic(registry);
    private final Deserializer<GenericRecord> deserializer = serde.deserializer();

    @Test
    void anIdThatDoesNotExistIsToldApartFromARegistryThatFails() {
        assertThatThrownBy(() -> deserializer.deserialize("visits", bytes("00 00000009 06616e61")))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("id 9");
    }

    @Test
    void aRecordOverTheLimitIsRefusedBeforeItsSchemaIsAskedFor() {
        serde.configure(Map.of("avro.max.record.bytes", "8"), false);

        assertThatThrownBy(() -> deserializer.deserialize("visits", bytes("00 00000009 06616e61")))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage("record of topic visits has 9 bytes, read are at most 8: if such records are expected,"
                        + " raise avro.max.record.bytes");
    }

    @Test
    void aRecordThatWasCutIsRefusedWithTopicAndSchema() {
        var whole = serde.serializer()
                .serialize(
                        "visits",
                        new GenericRecordBuilder(VISIT).set("who", "ana").build());

        assertThatThrownBy(() -> deserializer.deserialize("visits", Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("record of topic visits (8 bytes, schema id 1) cannot be decoded");
    }

    @Test
    void aTextThatClaimsToBeLongerThanTheRecordTakesNoMemory() {
        registry.register("visits-value", VISIT);

        assertThatThrownBy(() -> deserializer.deserialize("visits", bytes("00 00000001 feffffff07 616161")))
                .hasMessageContaining("only 3 bytes are available")
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void anArrayOfNothingThatClaimsToHaveManyItemsTakesNoMemory() {
        var nothing = SchemaBuilder.record("Nothing")
                .fields()
                .name("list")
                .type()
                .array()
                .items()
                .nullType()
                .noDefault()
                .endRecord();
        registry.register("nothing-value", nothing);

        assertThatThrownBy(() -> deserializer.deserialize("nothing", bytes("00 00000001 feffffff07 00")))
                .hasMessageContaining("SystemLimitException")
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void aRecordThatNestsItselfWithoutEndIsRefused() {
        var nested = new Schema.Parser().parse("""
                {"type": "record", "name": "Nested", "fields": [{"name": "in", "type": ["null", "Nested"]}]}""");
        registry.register("nested-value", nested);
        var deep = new byte[1 << 20];
        Arrays.fill(deep, WireFormat.HEADER_BYTES, deep.length, (byte) 2);
        deep[4] = 1;

        assertThatThrownBy(() -> deserializer.deserialize("nested", deep))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("StackOverflowError");
    }

    @Test
    void aSchemaThatIsNoRecordIsRefused() {
        registry.register("texts-value", Schema.create(Schema.Type.STRING));

        assertThatThrownBy(() -> deserializer.deserialize("texts", bytes("00 00000001 0261")))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("schema id 1 is \"string\": only records are read");
    }

    @Test
    void aRecordWithoutItsGeneratedClassIsRefusedWithWhatToSet() {
        registry.register("visits-value", VISIT);
        serde.configure(Map.of("specific.avro.reader", "true"), false);

        assertThatThrownBy(() -> deserializer.deserialize("visits", bytes("00 00000001 0261")))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("no generated class Visit")
                .hasMessageContaining("set specific.avro.reader to false");
    }

    @Test
    void aRecordThatNamesAClassOfTheJavaLibraryMakesNoObjectOfIt() {
        var thread = SchemaBuilder.record("java.lang.Thread").fields().endRecord();
        registry.register("threads-value", thread);
        serde.configure(Map.of("specific.avro.reader", "true"), false);

        assertThatThrownBy(() -> deserializer.deserialize("threads", bytes("00 00000001")))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("java.lang.Thread is not trusted");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
