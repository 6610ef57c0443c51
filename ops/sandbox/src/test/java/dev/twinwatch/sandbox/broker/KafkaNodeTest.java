package dev.twinwatch.sandbox.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.sandbox.startup.LoopbackPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaNodeTest {
    @TempDir
    Path folder;

    @Test
    void portTakenInTheLastMomentEndsTheAttemptAndNotTheProcess() throws IOException {
        ClusterIdentity.establish(folder);
        try (ServerSocket quicker = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Optional<KafkaNode> node =
                    KafkaNode.start(new BrokerSettings(folder, quicker.getLocalPort(), LoopbackPort.free(), Map.of()));

            assertThat(node).isEmpty();
        }

        Optional<KafkaNode> next =
                KafkaNode.start(new BrokerSettings(folder, LoopbackPort.free(), LoopbackPort.free(), Map.of()));
        assertThat(next).as("a start on the same folder after the lost port").isPresent();
        next.ifPresent(KafkaNode::close);
    }
}
