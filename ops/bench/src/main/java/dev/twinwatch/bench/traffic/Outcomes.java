package dev.twinwatch.bench.traffic;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the outcomes as they become visible, in a thread of its own, and notes for how long a partition had none. */
public final class Outcomes implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final Settings settings;
    private final AvroDeserializer<Score> deserializer;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private final AtomicLong doubled = new AtomicLong();
    private final AtomicLong longestGapNanos = new AtomicLong();
    private final Pace pace = new Pace(System.nanoTime());
    private final Thread thread;
    private volatile long watchedSince = Long.MAX_VALUE;
    private volatile boolean closed;

    /** Begins with the first outcome of the watch. */
    public Outcomes(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.deserializer = new AvroDeserializer<>(registry, Score.class);
        this.thread = new Thread(this::follow, "outcomes");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        try (Consumer<byte[], byte[]> consumer = new Clients(settings).consumer()) {
            String topic = settings.topics().scores();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<Integer, Long> last = new HashMap<>();
            while (!closed) {
                Iterable<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL);
                long now = System.nanoTime();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    take(record);
                    note(last.put(record.partition(), now), now);
                    pace.note(now);
                }
            }
        }
    }

    private void note(@Nullable Long before, long now) {
        if (before != null && before >= watchedSince) {
            longestGapNanos.accumulateAndGet(now - before, Math::max);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Score score = deserializer.deserialize(record.topic(), record.value());
        if (score != null && heard.put(score.getEventId(), Heard.of(score)) != null) {
            doubled.incrementAndGet();
        }
    }

    /** From now on gaps count: events come without a pause. */
    public void watch() {
        watchedSince = System.nanoTime();
    }

    /** The longest time for which a partition with events had no outcome since they count; from now on they do not. */
    public Duration longestGap() {
        watchedSince = Long.MAX_VALUE;
        return Duration.ofNanos(longestGapNanos.getAndSet(0));
    }

    /** Waits until there are so many, or none came for so long; whether there are. */
    public boolean await(long count, Duration longestStandstill) throws InterruptedException {
        long since = System.nanoTime();
        long last = -1;
        while (heard.size() < count) {
            if (heard.size() > last) {
                last = heard.size();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > longestStandstill.toNanos()) {
                return false;
            }
            Thread.sleep(POLL.toMillis());
        }
        return true;
    }

    /** How many came when. */
    public Pace pace() {
        return pace;
    }

    /** By the id of the event. */
    public Map<String, Heard> byEvent() {
        return heard;
    }

    /** Outcomes of events that had one already. */
    public long doubled() {
        return doubled.get();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
