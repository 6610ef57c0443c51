package dev.twinwatch.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.twinwatch.registry.Compatibility;
import dev.twinwatch.registry.RegistryRefusedException;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroSerde;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

/** What our client and serde do with a registry, whoever wrote that. Each test has subjects of its own. */
abstract class OwnClientSuite {
    private static final Schema V1 = new Schema.Parser().parse(Schemas.V1);
    private static final Schema V2 = new Schema.Parser().parse(Schemas.V2);
    private static final Schema INCOMPATIBLE = new Schema.Parser().parse(Schemas.INCOMPATIBLE);

    private final String url;
    private final SchemaRegistry registry;

    OwnClientSuite(String url) {
        this.url = url;
        this.registry = another();
    }

    @Test
    void registeredSchemaIsFoundByIdAndByTextAndIsTheLatest() {
        registry.register("own-found", V1);
        int id = registry.register("own-found", V2);

        assertThat(another().register("own-found", V2)).isEqualTo(id);
        assertThat(another().idOf("own-found", V2)).isEqualTo(id);
        assertThat(another().schemaById(id)).isEqualTo(V2);
        assertThat(another().latest("own-found").id()).isEqualTo(id);
        assertThat(another().latest("own-found").version()).isEqualTo(2);
        assertThat(another().latest("own-found").schema()).isEqualTo(V2);
    }

    @Test
    void subjectWithALevelRefusesAnIncompatibleSchema() {
        registry.register("own-level", V1);
        registry.setCompatibility("own-level", Compatibility.BACKWARD);

        assertThat(another().compatibilityOf("own-level")).isEqualTo(Compatibility.BACKWARD);
        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> registry.register("own-level", INCOMPATIBLE));
        assertThat(another().latest("own-level").version()).isEqualTo(1);
    }

    @Test
    void whatDoesNotExistIsKnownNotToExist() {
        registry.register("own-unknown", V1);

        assertThatExceptionOfType(UnknownSchemaException.class).isThrownBy(() -> registry.schemaById(999_999));
        assertThatExceptionOfType(UnknownSchemaException.class).isThrownBy(() -> registry.idOf("own-unknown", V2));
        assertThatExceptionOfType(UnknownSchemaException.class).isThrownBy(() -> registry.latest("own-of-nobody"));
    }

    @Test
    void schemaThatNamesAnotherIsReadTogetherWithIt() throws Exception {
        var official = Official.client(url);
        official.register("own-money", Official.schema(Schemas.MONEY));
        int id = official.register("own-with-money", Official.schema(Schemas.WITH_MONEY, "own-money"));

        assertThat(another().schemaById(id).getField("price").schema())
                .isEqualTo(new Schema.Parser().parse(Schemas.MONEY));
        assertThat(another().latest("own-with-money").schema())
                .isEqualTo(another().schemaById(id));
    }

    @Test
    void recordWrittenBeforeAFieldWasAddedIsReadAfterIt() {
        try (AvroSerde<GenericRecord> writer = serde(Map.of());
                AvroSerde<GenericRecord> reader = serde(Map.of())) {
            byte[] before = writer.serializer().serialize("own-evolved", record(V1, "p1"));
            byte[] after = writer.serializer().serialize("own-evolved", record(V2, "p2"));

            assertThat(reader.deserializer().deserialize("own-evolved", before)).hasToString("{\"id\": \"p1\"}");
            assertThat(reader.deserializer().deserialize("own-evolved", after))
                    .hasToString("{\"id\": \"p2\", \"amount\": 0.0}");
        }
    }

    @Test
    void recordIsWrittenWithTheLatestSchemaWhereThatIsAskedFor() {
        registry.register("own-latest-value", V1);
        registry.register("own-latest-value", V2);
        var useLatest = Map.of("auto.register.schemas", "false", "use.latest.version", "true");

        try (AvroSerde<GenericRecord> serde = serde(useLatest)) {
            byte[] written = serde.serializer().serialize("own-latest", record(V1, "p1"));

            assertThat(serde.deserializer().deserialize("own-latest", written))
                    .hasToString("{\"id\": \"p1\", \"amount\": 0.0}");
        }
    }

    /** With empty caches, as in another process. */
    private SchemaRegistry another() {
        return SchemaRegistry.from(Map.of("schema.registry.url", url));
    }

    private AvroSerde<GenericRecord> serde(Map<String, String> more) {
        var properties = new HashMap<String, String>(more);
        properties.put("schema.registry.url", url);
        var serde = new AvroSerde<GenericRecord>();
        serde.configure(properties, false);
        return serde;
    }

    private static GenericRecord record(Schema schema, String id) {
        return new GenericRecordBuilder(schema).set("id", id).build();
    }
}
