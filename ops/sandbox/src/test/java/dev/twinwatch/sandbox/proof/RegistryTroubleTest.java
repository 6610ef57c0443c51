package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.PaymentEvent;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.app.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTroubleTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream().subList(0, 4_000);
    private static final int HALF = PAYMENTS.size() / 2;

    @TempDir
    Path folder;

    @Test
    void whileTheRegistryIsAwayEventsOfANewSchemaWaitAndNoneIsLostOrPutAside() throws Exception {
        Decisions undisturbed = Decisions.ofEngine(CardPayments.bundle(), PAYMENTS);
        // One failure would be enough to give up, if being away counted as one.
        try (Rig rig = Rig.start(folder, "stream.restarts: 1", Map.of());
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                Follower<Alert> alerts = rig.alerts();
                Follower<DeadLetter> deadLetters = rig.deadLetters()) {
            List<byte[]> ofNewSchema = withChannel(rig, PAYMENTS.subList(HALF, PAYMENTS.size()));
            sender.send(PAYMENTS.subList(0, HALF));
            try (Service service = rig.startService()) {
                scores.await(HALF);

                rig.stopRegistry();
                for (int i = 0; i < ofNewSchema.size(); i++) {
                    sender.send(PAYMENTS.get(HALF + i), ofNewSchema.get(i));
                }
                sender.flush();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> service.health().failures() > 0);
                assertThat(service.health().live()).isTrue();
                rig.startRegistryAgain();

                scores.await(PAYMENTS.size());
            }

            Decisions written = Decisions.written(scores.toTheEnd(), alerts.toTheEnd());
            assertThat(written.differencesFrom(undisturbed)).isEmpty();
            assertThat(deadLetters.toTheEnd()).isEmpty();
        }
    }

    /** Payments as a newer release of their sender writes them; its schema is registered while that is possible. */
    private static List<byte[]> withChannel(Rig rig, List<Payment> payments) throws Exception {
        String topic = rig.settings().topics().events();
        Schema schema = schemaWithChannel();
        List<byte[]> values = new ArrayList<>();
        try (AvroSerializer<GenericRecord> serializer = new AvroSerializer<>(rig.schemas())) {
            for (Payment payment : payments) {
                GenericRecord record = new GenericData.Record(schema);
                record.put("payment_id", payment.paymentId());
                record.put("customer", payment.customer());
                record.put("paid_at", payment.paidAt());
                record.put("place", payment.place());
                record.put("device", payment.device());
                record.put("amount", payment.amount());
                record.put("channel", "web");
                values.add(serializer.serialize(topic, record));
            }
        }
        return values;
    }

    private static Schema schemaWithChannel() {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : PaymentEvent.getClassSchema().getFields()) {
            fields.add(new Schema.Field(field, field.schema()));
        }
        fields.add(new Schema.Field("channel", Schema.create(Schema.Type.STRING), "How it was paid.", ""));
        return Schema.createRecord("PaymentEvent", "", "dev.twinwatch.contracts", false, fields);
    }
}
