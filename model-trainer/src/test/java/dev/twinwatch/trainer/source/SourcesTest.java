package dev.twinwatch.trainer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourcesTest {
    @TempDir
    private Path folder;

    @Test
    void nameDecidesTheKindOfSource() throws IOException {
        String avro = Files.createFile(folder.resolve("e.avro")).toString();
        String csv = Files.createFile(folder.resolve("e.csv.gz")).toString();

        assertThat(Sources.open(avro)).isInstanceOf(AvroFileSource.class);
        assertThat(Sources.open(csv)).isInstanceOf(CsvSource.class);
        assertThat(Sources.open("kafka://a:9092,b:9092/card.events.v1")).isInstanceOf(KafkaSource.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka://host/topic", "kafka://host:9092", "kafka://host:9092/", "kafka://host:9092/a b"})
    void incompleteAddressOfATopicIsRefused(String address) {
        assertThatThrownBy(() -> Sources.open(address))
                .isInstanceOf(SourceException.class)
                .hasMessage(address + " is not the address of a topic: write kafka://host:port/topic");
    }
}
