package dev.twinwatch.sandbox.history;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What twelve customers bought, forty times each, in four shops of their own. */
final class Orders {
    static final int COUNT = 480;
    private static final int CUSTOMERS = 12;
    private static final long FROM = 1_768_000_000L;

    private static final Schema SCHEMA = SchemaBuilder.record("Order")
            .namespace("shop")
            .fields()
            .requiredString("customer_id")
            .requiredLong("paid_at")
            .requiredDouble("amount")
            .requiredString("shop")
            .endRecord();

    private Orders() {}

    private record Order(String customer, long paidAt, double amount, String shop) {}

    private static List<Order> all() {
        return IntStream.range(0, COUNT)
                .mapToObj(i -> {
                    int customer = i % CUSTOMERS;
                    int nth = i / CUSTOMERS;
                    return new Order(
                            "c" + (100 + customer),
                            FROM + 3_600L * nth + customer,
                            5.25 + (7 * customer + 3 * nth) % 50,
                            "shop-" + (4 * customer + nth % 4));
                })
                .toList();
    }

    static List<byte[]> asJson() {
        return all().stream()
                .map(order -> String.format(
                                Locale.ROOT,
                                "{\"customer_id\": \"%s\", \"paid_at\": %d, \"amount\": %.2f, \"shop\": \"%s\"}",
                                order.customer,
                                order.paidAt,
                                order.amount,
                                order.shop)
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    static List<byte[]> asAvro(Function<GenericRecord, byte[]> serializer) {
        return all().stream()
                .map(order -> (GenericRecord) new GenericRecordBuilder(SCHEMA)
                        .set("customer_id", order.customer)
                        .set("paid_at", order.paidAt)
                        .set("amount", order.amount)
                        .set("shop", order.shop)
                        .build())
                .map(serializer)
                .toList();
    }

    /** Returns when all of them are acknowledged. */
    static void send(String servers, String topic, List<byte[]> values) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : values) {
                // What is not acknowledged is missing when it is counted.
                var unused = producer.send(new ProducerRecord<>(topic, value));
            }
        }
    }
}
