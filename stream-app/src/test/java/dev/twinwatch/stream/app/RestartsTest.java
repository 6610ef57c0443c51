package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.twinwatch.registry.RegistryUnavailableException;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.control.OtherWatchException;
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
import org.slf4j.LoggerFactory;

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
    void whatIsWaitedForIsLoggedWithItsAddressAndSettingAndWhatToDo() {
        var log = (Logger) LoggerFactory.getLogger(Restarts.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        var level = log.getLevel();
        log.setLevel(Level.WARN);
        var restarts = restarts(1);
        restarts.close();
        try {
            restarts.handle(new StreamsException("task 0_1", new RegistryUnavailableException("no answer", null)));
            restarts.handle(new StreamsException("task 0_1", new TimeoutException("no metadata")));
        } finally {
            log.setLevel(level);
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "waiting for the schema registry at http://schemas:8081: start it there, or correct registry.url"
                                + " and start the service again; trying again in 1000 ms"
                                + " (dev.twinwatch.registry.RegistryUnavailableException: no answer)",
                        "waiting for Kafka at 127.0.0.1:9092: start it there, or correct kafka.bootstrap-servers and"
                                + " start the service again; trying again in 2000 ms"
                                + " (org.apache.kafka.common.errors.TimeoutException: no metadata)");
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
    void aLiveModelOfAnotherWatchEndsItAtOnceSinceNoTimeWillMendIt() {
        var restarts = restarts(20);

        var response =
                restarts.handle(new StreamsException("task 0_1", new OtherWatchException("bundle reads device")));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(restarts.gaveUp()).isEqualTo("gave up: bundle reads device");
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
        Settings settings = Settings.of(
                Purchases.WATCH,
                Map.of(
                        "stream.restarts", String.valueOf(most),
                        "registry.url", "http://schemas:8081",
                        "kafka.bootstrap-servers", "127.0.0.1:9092"));
        return new Restarts(settings, new Counts(meters), ended::countDown);
    }
}
