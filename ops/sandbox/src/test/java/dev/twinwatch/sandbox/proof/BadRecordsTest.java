package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.kafka.Clients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRecordsTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream().subList(0, 3_000);
    private static final int TEN_MEGABYTES = 10 << 20;

    /** What lies between good records, in a fixed order, by words of the reason why it is put aside. */
    private static final Map<String, byte[]> BAD = new TreeMap<>(Map.of(
            "(the entity) is missing",
            text("{\"payment_id\": \"x\", \"paid_at\": 1, \"amount\": 1}"),
            "(the time) is missing",
            text("{\"payment_id\": \"x\", \"customer\": \"c00001\", \"amount\": 1}"),
            "expected a finite number",
            text("{\"payment_id\": \"x\", \"customer\": \"c00001\", \"paid_at\": 1, \"amount\": \"NaN\"}"),
            "starts with byte 0x9",
            new byte[] {9, 0, 0, 0, 1},
            // No such id; 66051 in decimal digits.
            "66051",
            new byte[] {0, 0, 1, 2, 3, 4, 5},
            TEN_MEGABYTES + " bytes",
            new byte[TEN_MEGABYTES]));

    @TempDir
    Path folder;

    @Test
    void badRecordsArePutAsideWithReasonAndOriginAndTheGoodOnesAreDecidedAsIfTheyHadNotBeenThere() throws Exception {
        Decisions withoutThem = Decisions.ofEngine(CardPayments.bundle(), PAYMENTS);
        try (Rig rig = Rig.start(folder, "kafka.max.request.size: " + 2 * TEN_MEGABYTES, Map.of())) {
            allowLargeEvents(rig);
            try (PaymentSender sender = rig.sender();
                    Follower<Score> scores = rig.scores();
                    Follower<Alert> alerts = rig.alerts();
                    Follower<DeadLetter> deadLetters = rig.deadLetters()) {
                int at = 0;
                for (byte[] bad : BAD.values()) {
                    sender.send(PAYMENTS.subList(at, at + 500));
                    sender.sendUnreadable("key", bad);
                    at += 500;
                }

                try (Service service = rig.startService()) {
                    scores.await(PAYMENTS.size() + BAD.size());
                    assertThat(service.health().failures()).isZero();
                }

                List<Score> written = scores.toTheEnd();
                List<Score> ofGood = written.stream()
                        .filter(score -> score.getEntity() != null)
                        .toList();
                assertThat(Decisions.written(ofGood, alerts.toTheEnd()).differencesFrom(withoutThem))
                        .isEmpty();
                List<DeadLetter> letters = deadLetters.toTheEnd();
                assertThat(letters).hasSize(BAD.size());
                assertThat(BAD.keySet())
                        .allSatisfy(words -> assertThat(letters)
                                .filteredOn(letter -> letter.reason().contains(words))
                                .singleElement()
                                .satisfies(letter -> assertThat(letter.key()).isEqualTo("key")));
                assertThat(letters)
                        .extracting(DeadLetter::origin)
                        .as("where the outcomes of these records say that they lay")
                        .containsExactlyInAnyOrderElementsOf(written.stream()
                                .filter(score -> score.getEntity() == null)
                                .map(score -> score.getSourceTopic() + " " + score.getSourcePartition() + " "
                                        + score.getSourceOffset())
                                .toList());
            }
        }
    }

    private static void allowLargeEvents(Rig rig) throws Exception {
        ConfigResource topic = new ConfigResource(
                ConfigResource.Type.TOPIC, rig.settings().topics().events());
        ConfigEntry most = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(2 * TEN_MEGABYTES));
        try (Admin admin = new Clients(rig.settings()).admin()) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(most, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
