package dev.twinwatch.sandbox.proof;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends payments as the bank would: Avro, keyed by customer, the first ones of each customer as vouched for. */
final class PaymentSender implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final AvroSerializer<IndexedRecord> serializer;
    private final String topic;
    private final Map<String, Integer> sent = new HashMap<>();

    PaymentSender(Settings settings, SchemaRegistry registry) {
        this.producer = new Clients(settings).producer();
        this.serializer = new AvroSerializer<>(registry);
        this.topic = settings.topics().events();
    }

    /** Returns when all of them are acknowledged. */
    void send(List<Payment> payments) {
        payments.forEach(payment -> send(payment, serializer.serialize(topic, payment.toAvro())));
        flush();
    }

    /** One payment as it was serialised before; {@link #flush} waits for it. */
    void send(Payment payment, byte @Nullable [] value) {
        boolean enrol = sent.merge(payment.customer(), 1, Integer::sum) <= CardPayments.ENROLLED;
        send(payment.customer(), value, enrol);
    }

    /** Bytes that are no payment, and so do not count among those of the customer. */
    void sendUnreadable(String customer, byte[] value) {
        send(customer, value, false);
    }

    /** Waits until all is acknowledged. */
    void flush() {
        producer.flush();
    }

    private void send(String customer, byte @Nullable [] value, boolean enrol) {
        var record = new ProducerRecord<>(topic, customer.getBytes(StandardCharsets.UTF_8), value);
        if (enrol) {
            record.headers().add("twinwatch-enrol", "true".getBytes(StandardCharsets.UTF_8));
        }
        // What is not acknowledged is missing among the outcomes.
        var unused = producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
