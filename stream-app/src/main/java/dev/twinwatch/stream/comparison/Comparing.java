package dev.twinwatch.stream.comparison;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.UnreadableRecordException;
import dev.twinwatch.stream.control.Release;
import dev.twinwatch.stream.control.ReleasedBundle;
import dev.twinwatch.stream.control.Releases;
import dev.twinwatch.stream.kafka.BrokerWait;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what is published, what people said and what was scored, and compares the live with the shadow model. */
public final class Comparing {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Settings settings;
    private final SchemaRegistry registry;

    /** On the topics of one watch. */
    public Comparing(Settings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /**
     * Compares by all that stands on the topics now, and measures what each model costs.
     *
     * @throws RuntimeException with one sentence where there is no live or no shadow model, or a topic cannot be read
     */
    public ComparisonReport run() throws InterruptedException {
        Releases releases = releases();
        Bundle live = bundle(releases.named("live"));
        Bundle shadow = bundle(releases.named("shadow"));
        return new ComparisonReport(
                compare(live.version(), shadow.version(), Long.MAX_VALUE), measured(live), measured(shadow));
    }

    /**
     * As {@link #run()} by about so many of the newest scores and of the newest feedback, and without what costs a core for
     * a second: fit for a service at work.
     */
    public ComparisonReport ofNewest(long records) throws InterruptedException {
        Releases releases = releases();
        Release live = releases.named("live");
        Release shadow = releases.named("shadow");
        return new ComparisonReport(
                compare(live.version(), shadow.version(), records), unmeasured(live), unmeasured(shadow));
    }

    private Releases releases() throws InterruptedException {
        Topics topics = settings.topics();
        new BrokerWait(settings).require(Set.of(topics.control(), topics.feedback(), topics.scores()), LONGEST_WAIT);
        return Releases.read(settings, registry);
    }

    private Compared compare(String live, String shadow, long records) {
        ShadowComparison comparison = new ShadowComparison(live, shadow);
        read(settings.topics().feedback(), records, Feedback.class, comparison::take);
        read(settings.topics().scores(), records, Score.class, comparison::take);
        return comparison.result();
    }

    private static ComparisonReport.Model measured(Bundle bundle) {
        return new ComparisonReport.Model(bundle.rule(), OptionalDouble.of(ModelCost.micros(bundle)));
    }

    private static ComparisonReport.Model unmeasured(Release release) {
        return new ComparisonReport.Model(release.usable().rule(), OptionalDouble.empty());
    }

    private Bundle bundle(Release release) {
        return BundleFile.read(ReleasedBundle.read(settings, registry, release));
    }

    private <T extends SpecificRecord> void read(String topic, long records, Class<T> contract, Consumer<T> taking) {
        AvroDeserializer<T> deserializer = new AvroDeserializer<>(registry, contract);
        new WholeTopic(new Clients(settings), topic).readNewest(records, record -> take(record, deserializer, taking));
    }

    /** What anybody may have written beside our own records says nothing about the models. */
    private static <T extends SpecificRecord> void take(
            ConsumerRecord<byte[], byte[]> record, AvroDeserializer<T> deserializer, Consumer<T> taking) {
        try {
            T value = deserializer.deserialize(record.topic(), record.value());
            if (value != null) {
                taking.accept(value);
            }
        } catch (UnreadableRecordException | UnknownSchemaException e) {
            // the service has put it among the dead letters, or it is no record of ours
            return;
        }
    }
}
