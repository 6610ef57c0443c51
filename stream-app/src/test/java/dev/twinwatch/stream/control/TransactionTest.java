package dev.twinwatch.stream.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.settings.Settings;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TransactionTest {
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @BeforeEach
    void begin() {
        producer.initTransactions();
    }

    @Test
    void whatWasSentIsCommitted() {
        Transaction.of(producer, this::send);

        assertThat(producer.history()).hasSize(1);
        assertThat(producer.transactionCommitted()).isTrue();
    }

    @Test
    void afterAFailureNothingIsLeftOpen() {
        var failure = new KafkaException("disk full");
        producer.commitTransactionException = failure;

        assertThatThrownBy(() -> Transaction.of(producer, this::send)).isSameAs(failure);

        assertThat(producer.transactionAborted()).isTrue();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void whatWentWrongFirstIsNotHiddenByAnAbortThatFailsToo() {
        var failure = new KafkaException("disk full");
        var second = new KafkaException("cannot abort");
        producer.commitTransactionException = failure;
        producer.abortTransactionException = second;

        assertThatThrownBy(() -> Transaction.of(producer, this::send))
                .isSameAs(failure)
                .hasSuppressedException(second);
    }

    @Test
    void whoeverIsShutOutHearsThatSomebodyElseWrites() {
        producer.commitTransactionException = new ProducerFencedException("newer epoch");

        assertThatThrownBy(() -> Transaction.of(producer, this::send))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("somebody else changes this watch now");
    }

    /** The advice about missing rights names one prefix for the ids of the service and of the publisher. */
    @Test
    void theIdOfThePublisherStartsAsThoseOfTheService() {
        Settings settings = Settings.of(Purchases.WATCH, Map.of());

        assertThat(ModelPublisher.transactionalId(settings)).isEqualTo("twinwatch-purchases-publisher");
        assertThat(settings.applicationId()).isEqualTo("twinwatch-purchases");
    }

    private void send() {
        var unused = producer.send(new ProducerRecord<>("purchases.control.v1", new byte[] {1}));
    }
}
