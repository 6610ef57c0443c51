package dev.twinwatch.stream.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** An epoch that is used twice would leave the service with the older model. */
final class NewestPointerTest {
    private static final String TOPIC = "purchases.control.v1";
    private static final byte[] OF_UNKNOWN_SCHEMA = {0, 0, 0, 0, 99, 2};

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final NewestPointer newest = new NewestPointer(registry);
    private long offset;

    @Test
    void withoutAnyThereIsNone() {
        take("bundle/a/0", OF_UNKNOWN_SCHEMA);

        assertThat(newest.found()).isEmpty();
    }

    @Test
    void theHighestEpochCounts() {
        take(NewestPointer.KEY, pointer("b", 2));
        take(NewestPointer.KEY, pointer("a", 1));

        assertThat(newest.found()).map(ModelPointer::getLive).hasValue("b");
    }

    @Test
    void oneThatCannotBeReadIsNotTakenForNone() {
        take(NewestPointer.KEY, pointer("a", 1));
        take(NewestPointer.KEY, OF_UNKNOWN_SCHEMA);

        assertThatThrownBy(newest::found)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("offset 1 of topic " + TOPIC)
                .hasMessageContaining("no schema has the id 99")
                .hasMessageContaining("nothing was published");
    }

    @Test
    void oneThatCannotBeReadBeforeOneThatCanDoesNotMatter() {
        take(NewestPointer.KEY, OF_UNKNOWN_SCHEMA);
        take(NewestPointer.KEY, pointer("b", 2));

        assertThat(newest.found()).map(ModelPointer::getEpoch).hasValue(2L);
    }

    private void take(String key, byte[] value) {
        newest.take(new ConsumerRecord<>(TOPIC, 0, offset++, key.getBytes(StandardCharsets.UTF_8), value));
    }

    private byte[] pointer(String version, long epoch) {
        Instant at = Instant.parse("2026-01-05T10:00:00Z");
        try (var serializer = new AvroSerializer<Control>(registry)) {
            Control control = new Control(at, "tester", "", new ModelPointer(version, null, epoch, null));
            return Objects.requireNonNull(serializer.serialize(TOPIC, control));
        }
    }
}
