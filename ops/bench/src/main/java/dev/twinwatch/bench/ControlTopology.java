package dev.twinwatch.bench;

import dev.twinwatch.stream.app.StreamsProperties;
import dev.twinwatch.stream.settings.Settings;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The shape of the service's topology with nothing decided: events and feedback are brought to their entity, hot state is
 * read and written for each event, cold state once for each window, and one record goes out for each event.
 */
record ControlTopology(Settings settings, Map<String, EntityBytes> bytes) implements Contestant {
    static final String OUTPUT = "control.scores.v1";

    @Override
    public Running start() {
        LongAdder processed = new LongAdder();
        Properties properties = StreamsProperties.of(settings);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "control");
        return new RunningStreams(build(properties, processed), properties, processed::sum);
    }

    private Topology build(Properties properties, LongAdder processed) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        toEntities(builder, settings.topics().events(), "events")
                .merge(toEntities(builder, settings.topics().feedback(), "feedback"), Named.as("events-and-feedback"))
                .process(rewriteState(processed), Named.as("rewrite-state"))
                .to(OUTPUT, Produced.with(Serdes.String(), Serdes.ByteArray()).withName("write-scores"));
        return builder.build(properties);
    }

    private KStream<String, byte[]> toEntities(StreamsBuilder builder, String topic, String name) {
        Serde<String> keys = Serdes.String();
        Serde<byte[]> values = Serdes.ByteArray();
        return builder.stream(topic, Consumed.with(keys, values).withName(name))
                .mapValues((entity, value) -> of(entity).transit(), Named.as(name + "-in-transit"))
                .repartition(Repartitioned.with(keys, values)
                        .withName(name + "-by-entity")
                        .withNumberOfPartitions(settings.partitions()));
    }

    /** An entity without an event in the sample gets the bytes of another one. */
    private EntityBytes of(String entity) {
        EntityBytes own = bytes.get(entity);
        return own != null ? own : bytes.values().iterator().next();
    }

    private ProcessorSupplier<String, byte[], String, byte[]> rewriteState(LongAdder processed) {
        int length = settings.watch().sequence().length();
        return new ProcessorSupplier<>() {
            @Override
            public RewriteState get() {
                return new RewriteState(ControlTopology.this::of, length, processed);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return RewriteState.stores();
            }
        };
    }
}
