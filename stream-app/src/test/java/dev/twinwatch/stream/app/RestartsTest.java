package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.stream.metrics.Counts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

final class RestartsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void givesUpAfterTheAllowedFailuresAndSaysWhy() {
        var restarts = new Restarts(1, new Counts(meters));

        var response = restarts.handle(new StreamsException("task 0_1", new IllegalStateException("registry is away")));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(restarts.gaveUp()).contains("registry is away");
        assertThat(meters.get("twinwatch.restarts").counter().count()).isEqualTo(1);
    }

    @Test
    void beforeThatAnotherThreadTakesThePlaceOfTheFailedOne() {
        var restarts = new Restarts(3, new Counts(meters));

        var response = restarts.handle(new IllegalStateException("once"));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(restarts.inARow()).isEqualTo(1);
        assertThat(restarts.gaveUp()).isEmpty();
    }

    @Test
    void aShutdownDoesNotWaitForThePauseBetweenAttempts() {
        var restarts = new Restarts(3, new Counts(meters));
        restarts.close();

        var response = restarts.handle(new IllegalStateException("while closing"));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(restarts.gaveUp()).isEmpty();
    }
}
