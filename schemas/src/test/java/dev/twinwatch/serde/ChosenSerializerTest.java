package dev.twinwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.PaymentEvent;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

final class ChosenSerializerTest {
    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void oursWritesUnlessAnotherIsChosen() {
        try (Serializer<PaymentEvent> chosen = ChosenSerializer.from(Map.of(), registry)) {
            assertThat(chosen).isInstanceOf(AvroSerializer.class);
        }
    }

    @Test
    void oursFollowsThePropertiesToo() {
        try (Serializer<PaymentEvent> chosen =
                ChosenSerializer.from(Map.of("auto.register.schemas", "false"), registry)) {
            assertThatThrownBy(() -> chosen.serialize("payments", Payments.specific()))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining("subject payments-value has no schema");
        }
    }

    @Test
    void aClassThatIsKnownByItsNameAloneWritesWithTheProperties() {
        var properties = Map.of("serializer.class", StandIn.class.getName(), "first.byte", "7");

        try (Serializer<PaymentEvent> chosen = ChosenSerializer.from(properties, registry)) {
            assertThat(chosen.serialize("payments", Payments.specific())).containsExactly(7, 'p', '1');
        }
    }

    @Test
    void aClassThatIsNotThereIsRefusedAtStartWithWhatToDo() {
        var properties = Map.of("serializer.class", "io.confluent.kafka.serializers.KafkaAvroSerializer");

        assertThatThrownBy(() -> ChosenSerializer.from(properties, registry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("serializer.class is `io.confluent.kafka.serializers.KafkaAvroSerializer`")
                .hasMessageContaining("mvn -P confluent package");
    }

    @Test
    void aClassThatIsNoSerializerIsRefusedAtStart() {
        assertThatThrownBy(() -> ChosenSerializer.from(Map.of("serializer.class", "java.lang.String"), registry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ClassCastException");
    }

    /** Stands for a class that this module does not know. */
    public static final class StandIn implements Serializer<Object> {
        private byte first;

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            first = Byte.parseByte(String.valueOf(configs.get("first.byte")));
        }

        @Override
        public byte[] serialize(String topic, Object data) {
            var id = ((PaymentEvent) data).getPaymentId();
            return new byte[] {first, (byte) id.charAt(0), (byte) id.charAt(1)};
        }
    }
}
