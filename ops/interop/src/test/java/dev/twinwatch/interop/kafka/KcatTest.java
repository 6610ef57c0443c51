package dev.twinwatch.interop.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.interop.Alerts;
import dev.twinwatch.interop.program.ForeignProgram;
import dev.twinwatch.interop.program.Needs;
import dev.twinwatch.interop.program.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kcat, and with it librdkafka, which most clients of other languages are made of. */
@Needs(ForeignProgram.KCAT)
class KcatTest {
    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(folder);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void linesOfAFileBecomeOneEventEach() throws Exception {
        sandbox.createTopic("from-kcat");
        String first = Payments.line("p1", "zoë", 1767225600000L, "Zürich", 12.5);
        String second = Payments.line("p2", "ben", 1767225601000L, "Bern", 3);
        Path file = Files.writeString(folder.resolve("events.jsonl"), first + second);

        Run.of("kcat", "-P", "-b", sandbox.broker(), "-t", "from-kcat", "-l", file.toString())
                .text("");

        assertThat(sandbox.read("from-kcat", 2))
                .extracting(ConsumerRecord::value)
                .extracting(value -> new String(value, StandardCharsets.UTF_8))
                .containsExactly(first.strip(), second.strip());
    }

    @Test
    void fileOfBytesBecomesOneEventWithItsKey() throws Exception {
        sandbox.createTopic("bytes-from-kcat");
        // Line feeds among them, at which kcat must not cut.
        byte[] bytes = sandbox.writable("bytes-from-kcat", Alerts.opened("a\n1", "zoë"));
        Path file = Files.write(folder.resolve("alert.bin"), bytes);

        Run.of("kcat", "-P", "-b", sandbox.broker(), "-t", "bytes-from-kcat", "-k", "zoë", file.toString())
                .text("");

        var record = sandbox.read("bytes-from-kcat", 1).get(0);
        assertThat(record.value()).isEqualTo(bytes);
        assertThat(record.key()).isEqualTo("zoë".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void kcatReadsTheBytesOfTheAlertsThatWereCommittedAndNoOther() throws Exception {
        sandbox.createTopic("for-kcat");
        sandbox.writeAlerts(
                "for-kcat", Alerts.opened("a1", "zoë"), Alerts.opened("a2", "ben"), Alerts.opened("a3", "eva"));

        var read = Kcat.readCommitted(sandbox.broker(), "for-kcat");

        assertThat(read).extracting(Kcat.Message::key).containsExactly("zoë", "eva");
        assertThat(read)
                .extracting(message -> sandbox.alert(message.value().array()))
                .containsExactly(Alerts.opened("a1", "zoë"), Alerts.opened("a3", "eva"));
    }
}
