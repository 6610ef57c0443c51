package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.kafka.Clients;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and their service managers see when the service cannot go on: a reason, and exit status 1. */
@Tag("long")
class GivingUpTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream().subList(0, 200);

    @TempDir
    Path folder;

    @Test
    void serviceWhoseStateIsBrokenEndsWith1AndTheReasonOnceItGaveUp() throws Exception {
        try (Rig rig = Rig.start(folder, "stream.restarts: 2", Map.of());
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                ServiceProcess service = rig.startServiceProcess()) {
            sender.send(PAYMENTS);
            scores.await(PAYMENTS.size());

            breakEventsInTransit(rig);

            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.said()).contains("twinwatch: gave up after 2 failures in a row, the last one: ");
        }
    }

    @Test
    void serviceWithoutARightEndsAtItsStartWith1AndSaysWhichOneAndHowToGrantIt() throws Exception {
        try (Rig rig = Rig.start(folder, "", AccessControl.ON)) {
            String topic = rig.settings().topics().alerts();
            AccessControl.deny(rig, topic, AclOperation.WRITE);

            try (ServiceProcess service = rig.startServiceProcess()) {
                assertThat(service.awaitExit()).isEqualTo(1);
                assertThat(service.said())
                        .contains("twinwatch: this user may not WRITE topic " + topic + ": grant it, for example with")
                        .contains("--operation WRITE --topic " + topic);
            }
        }
    }

    @Test
    void serviceThatLosesARightWhileItRunsEndsWith1AtOnce() throws Exception {
        try (Rig rig = Rig.start(folder, "", AccessControl.ON);
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                ServiceProcess service = rig.startServiceProcess()) {
            sender.send(PAYMENTS.subList(0, 100));
            scores.await(100);

            AccessControl.deny(rig, rig.settings().topics().scores(), AclOperation.WRITE);
            sender.send(PAYMENTS.subList(100, 200));

            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.said())
                    .contains("twinwatch: gave up: this user may not WRITE topic card-payments.scores.v1")
                    .doesNotContain("another takes its place");
        }
    }

    /** No release writes such bytes between its own steps, so that no attempt can get past them. */
    private static void breakEventsInTransit(Rig rig) throws Exception {
        String topic = rig.settings().applicationId() + "-events-by-entity-repartition";
        try (Producer<byte[], byte[]> producer = new Clients(rig.settings()).producer()) {
            producer.send(new ProducerRecord<>(topic, new byte[] {'k'}, new byte[] {99}))
                    .get();
        }
    }
}
