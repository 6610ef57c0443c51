package dev.twinwatch.bench;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** A topology in Kafka Streams that counts what it processed. */
final class RunningStreams implements Contestant.Running {
    private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ofSeconds(30))
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);

    private final KafkaStreams streams;
    private final LongSupplier processed;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    RunningStreams(Topology topology, Properties properties, LongSupplier processed) {
        this.streams = new KafkaStreams(topology, properties);
        this.processed = processed;
        streams.setUncaughtExceptionHandler(cause -> {
            failure.set(cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
    }

    @Override
    public long processed() {
        return processed.getAsLong();
    }

    @Override
    public void check() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException("the topology failed, so nothing was measured", cause);
        }
    }

    @Override
    public void close() {
        streams.close(AT_ONCE);
    }
}
