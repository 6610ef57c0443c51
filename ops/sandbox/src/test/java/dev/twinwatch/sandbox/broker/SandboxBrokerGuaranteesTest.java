package dev.twinwatch.sandbox.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxBrokerGuaranteesTest {
    @TempDir
    Path folder;

    @Test
    void abortedTransactionIsNotSeenByAReaderOfCommittedRecords() throws Exception {
        try (SandboxBroker broker = SandboxBroker.start(folder, 0);
                Topics topics = Topics.at(broker.bootstrapServers())) {
            topics.ensure("payments", 1, Map.of());
            Client client = new Client(broker.bootstrapServers());

            client.sendInTransactions("payments", "aborted", "committed");

            assertThat(client.readCommitted("payments", 1))
                    .extracting(ConsumerRecord::value)
                    .containsExactly("committed");
        }
    }

    @Test
    void acknowledgedRecordSurvivesThatTheProcessIsKilled() throws Exception {
        Path log = folder.resolve("killed.log");
        Path data = folder.resolve("data");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledBroker.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as("status of the process that wrote: %s", Files.readString(log))
                .isEqualTo(KilledBroker.STATUS);

        try (SandboxBroker broker = SandboxBroker.start(data, 0)) {
            assertThat(new Client(broker.bootstrapServers()).readCommitted(KilledBroker.TOPIC, 1))
                    .extracting(ConsumerRecord::value)
                    .containsExactly("acknowledged");
        }
    }
}
