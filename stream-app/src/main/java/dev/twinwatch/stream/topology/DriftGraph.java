package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.stream.control.Models;
import dev.twinwatch.stream.drift.DayCounts;
import dev.twinwatch.stream.metrics.DriftGauges;
import dev.twinwatch.stream.settings.Topics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The part of the graph by which drift is seen: what all tasks count of genuine traffic comes together in one, which reports it.
 *
 * <pre>
 * traffic -> report-drift -+-> write-audit-of-drift
 *                          +-> write-request-of-retraining
 * </pre>
 */
final class DriftGraph {
    private static final String TRAFFIC = "traffic";

    private final Topics topics;
    private final OwnRecords records;
    private final Models models;
    private final DriftGauges gauges;
    private final double trigger;

    DriftGraph(Topics topics, OwnRecords records, Models models, DriftGauges gauges, double trigger) {
        this.trigger = trigger;
        this.topics = topics;
        this.records = records;
        this.models = models;
        this.gauges = gauges;
    }

    void report(KStream<String, Decided> traffic) {
        Map<String, KStream<String, SpecificRecord>> said = traffic.mapValues(
                        value -> ((Decided.OfTraffic) value).counts(), Named.as("as-traffic"))
                .repartition(Repartitioned.with(Serdes.String(), inTransit())
                        .withName(TRAFFIC)
                        .withNumberOfPartitions(1))
                .process(reportDrift(), Named.as("report-drift"))
                .split(Named.as("drift-"))
                .branch((key, value) -> value instanceof Retraining, Branched.as("request"))
                .defaultBranch(Branched.as("audit"));
        Objects.requireNonNull(said.get("drift-request"))
                .mapValues(value -> (Retraining) value, Named.as("as-request-of-retraining"))
                .to(
                        topics.retraining(),
                        Produced.with(Serdes.String(), records.of(Retraining.class))
                                .withName("write-request-of-retraining"));
        Objects.requireNonNull(said.get("drift-audit"))
                .mapValues(value -> (Audit) value, Named.as("as-audit-of-drift"))
                .to(
                        topics.audit(),
                        Produced.with(Serdes.String(), records.of(Audit.class)).withName("write-audit-of-drift"));
    }

    private static Serde<DayCounts> inTransit() {
        return Serdes.serdeFrom((topic, counts) -> counts.encode(), (topic, bytes) -> DayCounts.decode(bytes));
    }

    private ProcessorSupplier<String, DayCounts, String, SpecificRecord> reportDrift() {
        return new ProcessorSupplier<>() {
            @Override
            public ReportDrift get() {
                return new ReportDrift(models, gauges, trigger);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return DriftStore.builders();
            }
        };
    }
}
