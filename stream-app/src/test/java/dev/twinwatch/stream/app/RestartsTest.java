package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.registry.RegistryUnavailableException;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.settings.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class RestartsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void givesUpAfterTheAllowedFailuresAndSaysWhy() {
        var restarts = restarts(1);

        var response = restarts.handle(new StreamsException("task 0_1", new IllegalStateException("state is broken")));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(restarts.gaveUp()).contains("after 1 failures").contains("state is broken");
        assertThat(ended.getCount()).isZero();
        assertThat(meters.get("twinwatch.restarts").counter().count()).isEqualTo(1);
    }

    @Test
    void beforeThatAnotherThreadTakesThePlaceOfTheFailedOne() {
        var restarts = restarts(3);

        var response = restarts.handle(new IllegalStateException("once"));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(restarts.inARow()).isEqualTo(1);
        assertThat(restarts.gaveUp()).isEmpty();
        assertThat(ended.getCount()).isOne();
    }

    @Test
    void aRegistryOrBrokerThatIsAwayIsWaitedForAndNeverCounted() {
        var restarts = restarts(1);

        var first = restarts.handle(new StreamsException(
                "task 0_1", new RegistryUnavailableException("no schema registry answered", null)));
        var second = restarts.handle(new StreamsException("task 0_1", new TimeoutException("broker")));

        assertThat(first).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(second).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(restarts.inARow()).as("seen in the health").isEqualTo(2);
        assertThat(restarts.gaveUp()).isEmpty();
    }

    @Test
    void aMissingRightEndsItAtOnceWithTopicOperationAndRemedy() {
        var restarts = restarts(20);

        var response = restarts.handle(
                new StreamsException("task 2_0", new TopicAuthorizationException(Set.of("purchases.alerts.v1"))));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(restarts.gaveUp())
                .isEqualTo("gave up: this user may not WRITE topic purchases.alerts.v1: grant it, for example with"
                        + " `kafka-acls --bootstrap-server 127.0.0.1:9092 --add --allow-principal User:NAME --operation"
                        + " WRITE --topic purchases.alerts.v1`");
        assertThat(ended.getCount()).isZero();
    }

    @Test
    @Timeout(5)
    void aShutdownDoesNotWaitForThePauseBetweenAttempts() {
        var restarts = restarts(100);
        restarts.close();

        for (int i = 0; i < 10; i++) {
            assertThat(restarts.handle(new IllegalStateException("while closing")))
                    .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        }

        assertThat(restarts.gaveUp()).isEmpty();
    }

    private Restarts restarts(int most) {
        Settings settings = Settings.of(Purchases.WATCH, Map.of());
        return new Restarts(most, new Counts(meters), new NoRights(settings)::in, ended::countDown);
    }
}
