package dev.twinwatch.stream.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.settings.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BrokerWaitTest {
    @Test
    void aBrokerThatDoesNotComeIsNamedWithItsAddressAndTheSettingToCorrect() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Settings settings = Settings.of(
                Purchases.WATCH,
                Map.of(
                        "kafka.bootstrap-servers", "127.0.0.1:" + closed,
                        "kafka.default.api.timeout.ms", "300",
                        "kafka.request.timeout.ms", "200"));

        assertThatThrownBy(() -> new TopicSetup(settings).prepare(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no Kafka broker answered at 127.0.0.1:" + closed)
                .hasMessageContaining("kafka.bootstrap-servers");
    }
}
