package dev.twinwatch.sandbox.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Writes and reads as any Kafka client would. */
record Client(String bootstrapServers) {
    private static final String KEY = "ana";

    void send(String topic, long timestamp, String value) throws ExecutionException, InterruptedException {
        try (var producer = producer(Map.of("bootstrap.servers", bootstrapServers))) {
            producer.send(new ProducerRecord<>(topic, null, timestamp, KEY, value))
                    .get();
        }
    }

    /** Sends one value in a transaction that is aborted, then one in a transaction that is committed. */
    void sendInTransactions(String topic, String aborted, String committed)
            throws ExecutionException, InterruptedException {
        try (var producer = producer(Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "writer"))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, KEY, aborted)).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, KEY, committed)).get();
            producer.commitTransaction();
        }
    }

    /** Reads as a member of a group until so many records came. */
    List<ConsumerRecord<String, String>> readCommitted(String topic, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers,
                "group.id", "reader",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed");
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return records.size() >= count;
            });
        }
        return records;
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
