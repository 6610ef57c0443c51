package dev.twinwatch.trainer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AvroFileSourceTest {
    private static final Schema PLACE =
            SchemaBuilder.record("Place").fields().requiredString("city").endRecord();
    private static final Schema EVENT = SchemaBuilder.record("Event")
            .fields()
            .requiredString("user")
            .optionalDouble("amount")
            .name("place")
            .type(PLACE)
            .noDefault()
            .endRecord();

    @TempDir
    private Path folder;

    @Test
    void fieldsThatTheSchemaLacksAreRefused() throws IOException {
        AvroFileSource source = new AvroFileSource(written(event("ana", 3.5, "Lima")));

        source.require(List.of("user", "amount", "place.city"));

        assertThatThrownBy(() -> source.require(List.of("user", "price", "place.street", "place", "user.name")))
                .isInstanceOf(SourceException.class)
                .hasMessage(folder.resolve("e.avro") + " has no field price, place.street, place, user.name in its"
                        + " schema Event: correct the fields of the watch");
    }

    @Test
    void pathsGoIntoNestedRecords() throws IOException {
        Path file = written(event("ana", 3.5, "Lima"), event("bob", null, "Oslo"));
        Seen seen = new Seen("user", "amount", "place.city", "place.street");

        new AvroFileSource(file).forEach(seen);

        assertThat(seen.values)
                .containsExactly(List.of("ana", 3.5, "Lima", "absent"), List.of("bob", "absent", "Oslo", "absent"));
        assertThat(seen.origins).containsExactly(new Origin("e.avro", 0, 1, false), new Origin("e.avro", 0, 2, false));
    }

    @Test
    void fileThatIsNotAvroIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("e.avro"), "user\nana\n");

        assertThatThrownBy(() -> new AvroFileSource(file).forEach(new Seen()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("e.avro cannot be read after record 0, expected an Avro object container file");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20})
    void fileThatBreaksOffIsRefused(int missing) throws IOException {
        byte[] bytes = Files.readAllBytes(written(event("ana", 1.0, "Lima")));
        Path file = Files.write(folder.resolve("cut.avro"), Arrays.copyOf(bytes, bytes.length - missing));

        assertThatThrownBy(() -> new AvroFileSource(file).forEach(new Seen()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("cut.avro breaks off after record 0: copy it again");
    }

    private static GenericRecord event(String user, @Nullable Double amount, String city) {
        return new GenericRecordBuilder(EVENT)
                .set("user", user)
                .set("amount", amount)
                .set("place", new GenericRecordBuilder(PLACE).set("city", city).build())
                .build();
    }

    private Path written(GenericRecord... events) throws IOException {
        Path file = folder.resolve("e.avro");
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(EVENT))) {
            writer.create(EVENT, file.toFile());
            for (GenericRecord event : events) {
                writer.append(event);
            }
        }
        return file;
    }
}
