package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.control.CaseRecord;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.ChosenSerializer;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.reading.EventBytes;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.BranchedKStream;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stream graph.
 *
 * <pre>
 * events   -> read-events   -+-> write-dead-letters-of-events, write-scores-of-unreadable
 *                            +-> events-by-entity -----+
 *                                                      +-> decide -+-> write-alerts
 *                            +-> feedback-by-entity ---+           +-> write-scores
 *                                                                  +-> write-fraud-cases
 *                                                                  +-> traffic -> report-drift -+-> write-audit-of-drift
 *                                                                  |                          +-> write-request-of-retraining
 *                                                                  +-> tallies -> set-limits -+-> write-limits
 *                                                                                             +-> write-audit-of-limits
 *                                                                  +-> write-audit-of-feedback
 * feedback -> read-feedback -+-> write-dead-letters-of-feedback
 * </pre>
 *
 * Step decide owns all stores of entities. The repartitions bring an entity's events and feedback together whatever partitioner
 * their senders use. Where the limit follows the budget, what all tasks count comes together in one task; its part of the graph
 * is the last one, so that the others are numbered alike without it.
 */
public final class TwinwatchTopology {
    private static final String EVENTS_BY_ENTITY = "events-by-entity";
    private static final String FEEDBACK_BY_ENTITY = "feedback-by-entity";

    private final Settings settings;
    private final Topics topics;
    private final Layout layout;
    private final SchemaRegistry registry;
    private final ControlState control;
    private final Counts counts;
    private final Consumer<Score> offeredForReview;

    /**
     * The graph of one watch.
     *
     * @param offeredForReview hears of the events that people are asked about, perhaps again after a failure
     */
    public TwinwatchTopology(
            Settings settings,
            Layout layout,
            SchemaRegistry registry,
            ControlState control,
            Counts counts,
            Consumer<Score> offeredForReview) {
        this.settings = settings;
        this.topics = settings.topics();
        this.layout = layout;
        this.registry = registry;
        this.control = control;
        this.counts = counts;
        this.offeredForReview = offeredForReview;
    }

    /** Builds it; the properties say that every internal topic must have a name of ours. */
    public Topology build(Properties properties) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));

        Map<String, KStream<String, Arrival>> events = builder.stream(topics.events(), bytes("events"))
                .process(this::readEvents, Named.as("read-events"))
                .split(Named.as("event-"))
                .branch((key, value) -> value instanceof Arrival.DeadLetter, Branched.as("dead-letter"))
                .branch((key, value) -> value instanceof Arrival.Unread, Branched.as("unreadable"))
                .defaultBranch(Branched.as("understood"));
        Map<String, KStream<String, Arrival>> feedback = builder.stream(topics.feedback(), bytes("feedback"))
                .process(this::readFeedback, Named.as("read-feedback"))
                .split(Named.as("feedback-"))
                .branch((key, value) -> value instanceof Arrival.DeadLetter, Branched.as("dead-letter"))
                .defaultBranch(Branched.as("understood"));

        writeDeadLetters(branch(events, "event-dead-letter"), "events");
        writeDeadLetters(branch(feedback, "feedback-dead-letter"), "feedback");
        writeUnreadable(branch(events, "event-unreadable"));

        BranchedKStream<String, Decided> deciding = eventsByEntity(branch(events, "event-understood"))
                .merge(feedbackByEntity(branch(feedback, "feedback-understood")), Named.as("events-and-feedback"))
                .process(decide(), Named.as("decide"))
                .split(Named.as("decided-"))
                .branch((key, value) -> value instanceof Decided.OfAlert, Branched.as("alert"))
                .branch((key, value) -> value instanceof Decided.OfCase, Branched.as("fraud-case"))
                .branch((key, value) -> value instanceof Decided.OfAudit, Branched.as("audit"));
        if (settings.measuresDrift()) {
            deciding = deciding.branch((key, value) -> value instanceof Decided.OfTraffic, Branched.as("traffic"));
        }
        if (settings.followsLimits()) {
            deciding = deciding.branch((key, value) -> value instanceof Decided.OfTally, Branched.as("tally"));
        }
        Map<String, KStream<String, Decided>> decided = deciding.defaultBranch(Branched.as("score"));

        branch(decided, "decided-alert")
                .mapValues(value -> ((Decided.OfAlert) value).alert(), Named.as("as-alert"))
                .to(topics.alerts(), written("write-alerts", Serdes.String(), outgoing(Alert.class)));
        branch(decided, "decided-score")
                .mapValues(value -> ((Decided.OfScore) value).score(), Named.as("as-score"))
                .to(topics.scores(), written("write-scores", Serdes.String(), outgoing(Score.class)));
        writeCases(branch(decided, "decided-fraud-case"));
        writeAudits(branch(decided, "decided-audit"));
        if (settings.measuresDrift()) {
            new DriftGraph(
                            topics,
                            new OwnRecords(registry, settings),
                            control.models(),
                            counts.drift(),
                            settings.driftTrigger())
                    .report(branch(decided, "decided-traffic"));
        }
        if (settings.followsLimits()) {
            new LimitGraph(topics, new OwnRecords(registry, settings), control)
                    .follow(branch(decided, "decided-tally"));
        }
        return builder.build(properties);
    }

    /** On the control topic, which all instances follow, without a value where a case is taken back. */
    private void writeCases(KStream<String, Decided> cases) {
        cases.map(
                        (key, value) -> {
                            CaseRecord fraudCase = ((Decided.OfCase) value).fraudCase();
                            return KeyValue.pair(fraudCase.key(), fraudCase.change());
                        },
                        Named.as("as-fraud-case"))
                .to(
                        topics.control(),
                        written(
                                "write-fraud-cases",
                                Serdes.String(),
                                new OwnRecords(registry, settings).of(Control.class)));
    }

    /** Who said what, and what came of it, for those who wait for it. */
    private void writeAudits(KStream<String, Decided> audits) {
        audits.map(
                        (key, value) -> {
                            Audit audit = ((Decided.OfAudit) value).audit();
                            return KeyValue.pair(audit.getWhat(), audit);
                        },
                        Named.as("as-audit-of-feedback"))
                .to(
                        topics.audit(),
                        written(
                                "write-audit-of-feedback",
                                Serdes.String(),
                                new OwnRecords(registry, settings).of(Audit.class)));
    }

    /** The topics by entity that Kafka Streams keeps for the graph of a watch; all have as many partitions as the settings say. */
    public static Set<String> internalTopics(Settings settings) {
        Set<String> names = new LinkedHashSet<>();
        if (!settings.watch().partitionedByEntity()) {
            names.add(EVENTS_BY_ENTITY + "-repartition");
        }
        names.add(FEEDBACK_BY_ENTITY + "-repartition");
        EntityStores.all(settings.state().evidenceRetention()).forEach(store -> names.add(store.name() + "-changelog"));
        return names.stream().map(name -> settings.applicationId() + "-" + name).collect(Collectors.toSet());
    }

    private KStream<String, Arrival> eventsByEntity(KStream<String, Arrival> understood) {
        return layout.watch().partitionedByEntity()
                ? understood
                : understood.repartition(byEntity(EVENTS_BY_ENTITY, EventsInTransit.serde(layout)));
    }

    private KStream<String, Arrival> feedbackByEntity(KStream<String, Arrival> understood) {
        return understood
                .mapValues(value -> ((Arrival.OfFeedback) value).feedback(), Named.as("feedback-on-entity"))
                .repartition(byEntity(FEEDBACK_BY_ENTITY, FeedbackInTransit.serde()))
                .mapValues(feedback -> (Arrival) new Arrival.OfFeedback(feedback), Named.as("feedback-arrived"));
    }

    private void writeDeadLetters(KStream<String, Arrival> letters, String of) {
        letters.map(
                        (key, value) -> {
                            var letter = (Arrival.DeadLetter) value;
                            return KeyValue.pair(letter.key(), letter.value());
                        },
                        Named.as("dead-letters-of-" + of))
                .to(
                        topics.deadLetters(),
                        written("write-dead-letters-of-" + of, Serdes.ByteArray(), Serdes.ByteArray()));
    }

    private void writeUnreadable(KStream<String, Arrival> unread) {
        if (settings.scores()) {
            unread.mapValues(value -> ((Arrival.Unread) value).score(), Named.as("score-of-unreadable"))
                    .to(topics.scores(), written("write-scores-of-unreadable", Serdes.String(), outgoing(Score.class)));
        }
    }

    private ReadEvents readEvents() {
        return new ReadEvents(new EventBytes(layout, registry, settings.recordBytes()), counts);
    }

    private ReadFeedback readFeedback() {
        return new ReadFeedback(new AvroDeserializer<>(registry, Feedback.class), counts);
    }

    private ProcessorSupplier<String, Arrival, String, Decided> decide() {
        return new ProcessorSupplier<>() {
            @Override
            public Decide get() {
                return new Decide(
                        layout,
                        control,
                        counts,
                        settings.scores(),
                        settings.followsLimits(),
                        new Reviewing(settings.reviewPerDay(), offeredForReview));
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return EntityStores.all(settings.state().evidenceRetention());
            }
        };
    }

    private <T extends SpecificRecord> Serde<T> outgoing(Class<T> type) {
        return Serdes.serdeFrom(
                ChosenSerializer.from(settings.registry(), registry), new AvroDeserializer<>(registry, type));
    }

    private <V> Repartitioned<String, V> byEntity(String name, Serde<V> values) {
        return Repartitioned.with(Serdes.String(), values).withName(name).withNumberOfPartitions(settings.partitions());
    }

    private static Consumed<byte[], byte[]> bytes(String name) {
        return Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withTimestampExtractor(new RecordTime())
                .withName(name);
    }

    private static <K, V> Produced<K, V> written(String name, Serde<K> keys, Serde<V> values) {
        return Produced.with(keys, values).withName(name);
    }

    private static <V> KStream<String, V> branch(Map<String, KStream<String, V>> branches, String name) {
        return Objects.requireNonNull(branches.get(name), name);
    }
}
