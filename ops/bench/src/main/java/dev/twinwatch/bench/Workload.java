package dev.twinwatch.bench;

import dev.twinwatch.contracts.PaymentEvent;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.serde.AvroSerializer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Simulated payments as records of the topic of events.
 *
 * @param history what is enrolled: as many events of each entity as its profile holds
 * @param batches what is measured, one for each round and one more to warm up
 */
record Workload(List<Sent> history, List<List<Sent>> batches) {
    private static final String TOPIC = "card-payments.events.v1";
    private static final long SEED = 7;

    /** The simulator wants so many payments after the history, whether they are measured or not. */
    private static final int ROOM_FOR_A_TAKEOVER = 60;

    /** One event on its way: entity and Avro bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Sent(String entity, byte[] value) {}

    /** As many batches of so many events, after whole profiles of windows of this length. */
    static Workload of(int entities, int windowLength, int events, int batches, SchemaRegistry registry) {
        int enrolled = Detector.KEPT_REFERENCES * windowLength;
        // The simulator draws up to a tenth fewer payments than it is asked for.
        int measuredPerEntity = (int) ((long) events * batches / entities) + 1;
        int needed = enrolled + Math.max(measuredPerEntity, ROOM_FOR_A_TAKEOVER);
        List<Payment> payments = new Simulation(entities, needed * 10 / 9 + 10, enrolled, SEED)
                .run()
                .payments();
        List<Sent> history = new ArrayList<>();
        List<Sent> measured = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        try (AvroSerializer<PaymentEvent> serializer = new AvroSerializer<>(registry)) {
            for (Payment payment : payments) {
                boolean enrol = seen.merge(payment.customer(), 1, Integer::sum) <= enrolled;
                if (enrol || measured.size() < events * batches) {
                    byte[] value = Objects.requireNonNull(serializer.serialize(TOPIC, payment.toAvro()));
                    (enrol ? history : measured).add(new Sent(payment.customer(), value));
                }
            }
        }
        List<List<Sent>> parts = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            parts.add(List.copyOf(measured.subList(batch * events, (batch + 1) * events)));
        }
        return new Workload(history, parts);
    }

    Workload {
        history = List.copyOf(history);
        batches = List.copyOf(batches);
    }
}
