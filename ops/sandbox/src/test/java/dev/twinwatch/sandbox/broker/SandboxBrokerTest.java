package dev.twinwatch.sandbox.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.sandbox.startup.LoopbackPort;
import dev.twinwatch.sandbox.startup.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxBrokerTest {
    private static final String TOPIC = "payments";
    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

    @TempDir
    Path folder;

    @Test
    void topicsAndRecordsOfAnyAgeSurviveARestartOnAnotherPort() throws Exception {
        try (SandboxBroker first = SandboxBroker.start(folder, 0);
                Topics topics = Topics.at(first.bootstrapServers())) {
            assertThat(topics.ensure(TOPIC, 3, Map.of("segment.bytes", "2000000")))
                    .isTrue();
            client(first).send(TOPIC, LONG_AGO.toEpochMilli(), "e1");
        }

        try (SandboxBroker second = SandboxBroker.start(folder, 0);
                Topics topics = Topics.at(second.bootstrapServers())) {
            assertThat(topics.ensure(TOPIC, 3, Map.of())).isFalse();
            client(second).send(TOPIC, LONG_AGO.toEpochMilli(), "e2");

            List<ConsumerRecord<String, String>> records = client(second).readCommitted(TOPIC, 2);
            assertThat(records).extracting(ConsumerRecord::value).containsExactly("e1", "e2");
            assertThat(records).extracting(ConsumerRecord::timestamp).containsOnly(LONG_AGO.toEpochMilli());
        }
    }

    @Test
    void topicWithOtherPartitionsAndTopicWithUnknownSettingAreRefused() {
        try (SandboxBroker broker = SandboxBroker.start(folder, 0);
                Topics topics = Topics.at(broker.bootstrapServers())) {
            topics.ensure(TOPIC, 2, Map.of());

            assertThatThrownBy(() -> topics.ensure(TOPIC, 5, Map.of()))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("topic payments has 2 partitions, expected 5: delete the topic");
            assertThatThrownBy(() -> topics.ensure("others", 1, Map.of("no.such.setting", "1")))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("topic others cannot be created")
                    .hasMessageContaining("no.such.setting");
        }
    }

    @Test
    void folderInUseByARunningBrokerIsRefusedAndThatBrokerGoesOn() throws Exception {
        int port = LoopbackPort.free();
        try (SandboxBroker running = SandboxBroker.start(folder, port)) {
            assertThatThrownBy(() -> SandboxBroker.start(folder, 0))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("is in use by another sandbox: stop that one");

            assertThat(running.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            try (Topics topics = Topics.at(running.bootstrapServers())) {
                assertThat(topics.ensure(TOPIC, 1, Map.of())).isTrue();
            }
        }
    }

    @Test
    void takenPortIsRefusedInOneSentenceAndTheFolderStaysFree() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> SandboxBroker.start(folder, port))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("port " + port + " of 127.0.0.1 cannot be used for the broker")
                    .hasMessageEndingWith("stop what listens there or choose another port");
            assertThatThrownBy(() -> SandboxBroker.start(folder, port)).hasMessageContaining("port " + port);
        }
    }

    @Test
    void folderOfAnotherClusterIsRefusedAndLeftAsItWas() throws IOException {
        Path mark = folder.resolve("meta.properties");
        Files.writeString(mark, "version=1\ncluster.id=their-real-cluster\nnode.id=7\n");

        assertThatThrownBy(() -> SandboxBroker.start(folder, 0))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("belongs to node 7 of Kafka cluster their-real-cluster")
                .hasMessageEndingWith("choose an empty folder");
        assertThat(mark).content().contains("their-real-cluster");
    }

    @Test
    void folderThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> SandboxBroker.start(file.resolve("data"), 0))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(file.resolve("data") + " cannot be written")
                .hasMessageContaining("choose another folder");
    }

    @Test
    void portOutOfRangeIsRefused() {
        assertThatThrownBy(() -> SandboxBroker.start(folder, 70_000))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("port of the broker is 70000, expected 1 to 65535");
    }

    private static Client client(SandboxBroker broker) {
        return new Client(broker.bootstrapServers());
    }
}
