package dev.twinwatch.stream.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.stream.Purchases;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutgoingSerializerTest {
    @Test
    void scoresAreWrittenByTheClassThatTheSettingsName(@TempDir Path folder) {
        var settings = Map.of("registry.serializer.class", StandIn.class.getName());
        try (var stream = new StreamUnderTest(Purchases.WATCH, folder, settings)) {
            var texts = stream.driver.createOutputTopic(
                    stream.settings.topics().scores(), new StringDeserializer(), new StringDeserializer());

            stream.purchase("ana", 0, "home");

            assertThat(texts.readValue()).isEqualTo("ana-0 at http://127.0.0.1:8081");
        }
    }

    /** Stands for a class that the service does not know. */
    public static final class StandIn implements Serializer<Object> {
        private String url = "";

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            url = String.valueOf(configs.get("schema.registry.url"));
        }

        @Override
        public byte[] serialize(String topic, Object data) {
            return (((Score) data).getEventId() + " at " + url).getBytes(UTF_8);
        }
    }
}
