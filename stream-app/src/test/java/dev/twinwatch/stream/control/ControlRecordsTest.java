package dev.twinwatch.stream.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.control.AnnouncedLimits;
import dev.twinwatch.engine.control.EntityOrders;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.metrics.Counts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A model that is published while the registry does not know its schema yet. */
final class ControlRecordsTest {
    private static final String TOPIC = "purchases.control.v1";
    private static final byte[] BUNDLE = Purchases.bundle(1);

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AtomicLong now = new AtomicLong();
    private final Models models = new Models();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ControlRecords records = new ControlRecords(
            registry,
            new ControlLog(
                    Purchases.LAYOUT,
                    new ControlState(
                            models, new FraudCases(Purchases.LAYOUT), new EntityOrders(), new AnnouncedLimits(true)),
                    new Counts(meters)),
            now::get);
    private final List<ConsumerRecord<byte[], byte[]>> published = published();

    @Test
    void itsRecordIsNotRefusedAndLiveOnceTheSchemaIsKnown() {
        assertThatThrownBy(() -> records.accept(published.get(0))).isInstanceOf(UnknownSchemaException.class);
        pass(29);
        assertThatThrownBy(() -> records.accept(published.get(0))).isInstanceOf(UnknownSchemaException.class);
        registry.register(TOPIC + "-value", Control.getClassSchema());

        published.forEach(records::accept);

        assertThat(models.pointer())
                .hasValueSatisfying(live -> assertThat(live.version()).isEqualTo(Sha256.of(BUNDLE)));
        assertThat(refused()).isZero();
    }

    @Test
    void afterHalfAMinuteItIsRefusedAndSoIsTheNextWithoutAnotherWait() {
        assertThatThrownBy(() -> records.accept(published.get(0))).isInstanceOf(UnknownSchemaException.class);
        pass(30);

        published.forEach(records::accept);

        assertThat(refused()).isEqualTo(published.size());
        assertThat(models.pointer()).isEmpty();
    }

    private void pass(long seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private double refused() {
        return meters.find("twinwatch.control.refused").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /** By another registry that gives out the same ids. */
    private static List<ConsumerRecord<byte[], byte[]>> published() {
        String version = Sha256.of(BUNDLE);
        Instant at = Instant.parse("2026-01-05T10:00:00Z");
        List<Control> changes = new ArrayList<>();
        Chunks.of(version, BUNDLE).forEach(chunk -> changes.add(new Control(at, "tester", "", chunk)));
        changes.add(new Control(at, "tester", "", new dev.twinwatch.contracts.ModelPointer(version, null, 1L, null)));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var serializer = new AvroSerializer<Control>(new InMemorySchemaRegistry())) {
            for (Control change : changes) {
                byte[] value = Objects.requireNonNull(serializer.serialize(TOPIC, change));
                records.add(
                        new ConsumerRecord<>(TOPIC, 0, records.size(), "k".getBytes(StandardCharsets.UTF_8), value));
            }
        }
        return records;
    }
}
