package dev.twinwatch.stream.dashboard;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.control.Release;
import dev.twinwatch.stream.control.Releases;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.releases.ReleaseJson;
import dev.twinwatch.stream.settings.Settings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is published and what became of it, read when somebody asks; whole bundles are read again only after a change. */
public final class ModelBoard {
    private static final Logger LOG = LoggerFactory.getLogger(ModelBoard.class);
    /** It has a record for each piece of feedback, too. */
    private static final long AUDIT_RECORDS = 5_000;

    private static final int CHANGES = 50;

    private final Settings settings;
    private final SchemaRegistry registry;
    private final WholeTopic control;
    private final WholeTopic audit;
    private final AvroDeserializer<Audit> audits;
    private @Nullable Releases releases;
    /** Up to where the control topic was read. */
    private long readTo = -1;

    /** For one watch. */
    public ModelBoard(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
        Clients clients = new Clients(settings);
        this.control = new WholeTopic(clients, settings.topics().control());
        this.audit = new WholeTopic(clients, settings.topics().audit());
        this.audits = new AvroDeserializer<>(registry, Audit.class);
    }

    /**
     * As it is now.
     *
     * @throws RuntimeException where the control topic cannot be read
     */
    public synchronized PublishedModels now() {
        long end = control.end();
        Releases read = releases;
        if (read == null || end != readTo) {
            read = Releases.read(settings, registry);
            releases = read;
            readTo = end;
        }
        ModelHistory history = new ModelHistory();
        String unread = null;
        try {
            audit.readNewest(AUDIT_RECORDS, record -> take(record, history));
        } catch (KafkaException e) {
            // The service itself needs no right to read it.
            LOG.debug("the audit cannot be read for the page", e);
            unread = "topic " + settings.topics().audit() + " cannot be read: " + e.getMessage();
        }
        String drift = read.live()
                .map(read::named)
                .map(Release::shortVersion)
                .flatMap(history::drift)
                .orElse(null);
        return new PublishedModels(ReleaseJson.whole(read), history.newest(CHANGES), drift, unread);
    }

    private void take(ConsumerRecord<byte[], byte[]> record, ModelHistory history) {
        try {
            Audit told = audits.deserialize(record.topic(), record.value());
            if (told != null) {
                history.take(told);
            }
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            LOG.debug("audit record {} is not shown: {}", record.offset(), e.getMessage());
        }
    }
}
