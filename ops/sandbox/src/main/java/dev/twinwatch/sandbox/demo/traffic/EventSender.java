package dev.twinwatch.sandbox.demo.traffic;

import dev.twinwatch.sandbox.demo.recording.Sample;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Sends events to where the recording expects them, keyed by entity. */
public final class EventSender implements AutoCloseable {
    private static final Header ENROL = new RecordHeader("twinwatch-enrol", "true".getBytes(StandardCharsets.UTF_8));

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final boolean calendar;

    /** To the events topic of these settings. */
    public EventSender(Settings settings) {
        this.producer = new Clients(settings).producer();
        this.topic = settings.topics().events();
        this.calendar = settings.watch().hasCalendar();
    }

    /** Sends in their order what was not sent yet, and waits for all outcomes; the progress hears how many were sent. */
    public void send(List<Sample> samples, AlreadySent before, Ledger ledger, IntConsumer progress)
            throws InterruptedException {
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (!before.has(sample)) {
                ledger.sending(sample.event().id());
                send(sample, ledger);
            }
            progress.accept(i + 1);
        }
        ledger.awaitAll();
    }

    private void send(Sample sample, Ledger ledger) {
        long time = calendar ? TimeUnit.MICROSECONDS.toMillis(sample.event().time()) : System.currentTimeMillis();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic,
                sample.event().origin().partition(),
                time,
                sample.event().entity().getBytes(StandardCharsets.UTF_8),
                sample.value(),
                sample.enrols() ? List.of(ENROL) : List.of());
        var unused = producer.send(record, (written, failure) -> {
            if (failure != null) {
                ledger.failed(failure);
            } else if (written.offset() != sample.event().origin().offset()) {
                ledger.failed(
                        new IllegalStateException("event " + sample.event().id() + " stands at offset "
                                + written.offset() + " of topic " + topic + ", expected "
                                + sample.event().origin().offset() + ": something else writes there, stop it"));
            }
        });
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(5));
    }
}
