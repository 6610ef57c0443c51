package dev.twinwatch.bench.traffic;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends payments as a bank would. */
public final class Sending implements AutoCloseable {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.UTF_8);

    private final Producer<byte[], byte[]> producer;
    private final AvroSerializer<IndexedRecord> serializer;
    private final String topic;

    /** To the topic of events of one watch. */
    public Sending(Settings settings, SchemaRegistry registry) {
        this.producer = new Clients(settings).producer();
        this.serializer = new AvroSerializer<>(registry);
        this.topic = settings.topics().events();
    }

    /** As fast as it goes; returns when all are acknowledged. */
    public void enrol(List<Payment> payments) {
        for (Payment payment : payments) {
            ProducerRecord<byte[], byte[]> record = record(payment);
            record.headers().add("twinwatch-enrol", TRUE);
            var unused = producer.send(record);
        }
        producer.flush();
    }

    /** As fast as it goes, as events that nobody vouches for; returns when all are acknowledged. */
    public void sendAtOnce(List<Payment> payments) {
        for (Payment payment : payments) {
            var unused = producer.send(record(payment));
        }
        producer.flush();
    }

    /** So many a second; returns when all are acknowledged. */
    public void send(List<Payment> payments, int perSecond) {
        long start = System.nanoTime();
        long sent = 0;
        for (Payment payment : payments) {
            long due = start + sent++ * 1_000_000_000L / perSecond;
            long early = due - System.nanoTime();
            if (early > 0) {
                LockSupport.parkNanos(early);
            }
            var unused = producer.send(record(payment));
        }
        producer.flush();
    }

    private ProducerRecord<byte[], byte[]> record(Payment payment) {
        return new ProducerRecord<>(
                topic,
                payment.customer().getBytes(StandardCharsets.UTF_8),
                serializer.serialize(topic, payment.toAvro()));
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}
