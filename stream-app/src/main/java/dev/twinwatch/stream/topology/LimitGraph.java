package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.limits.Tally;
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
 * The part of the graph by which the limit follows the budget: what all tasks count comes together in one, which announces limits.
 *
 * <pre>
 * tallies -> set-limits -+-> write-limits
 *                        +-> write-audit-of-limits
 * </pre>
 */
final class LimitGraph {
    private static final String TALLIES = "tallies";

    private final Topics topics;
    private final OwnRecords records;
    private final ControlState control;

    LimitGraph(Topics topics, OwnRecords records, ControlState control) {
        this.topics = topics;
        this.records = records;
        this.control = control;
    }

    void follow(KStream<String, Decided> tallies) {
        Map<String, KStream<String, SpecificRecord>> set = tallies.mapValues(
                        value -> ((Decided.OfTally) value).tally(), Named.as("as-tally"))
                .repartition(Repartitioned.with(Serdes.String(), inTransit())
                        .withName(TALLIES)
                        .withNumberOfPartitions(1))
                .process(setLimits(), Named.as("set-limits"))
                .split(Named.as("limit-"))
                .branch((key, value) -> value instanceof Control, Branched.as("change"))
                .defaultBranch(Branched.as("audit"));
        Objects.requireNonNull(set.get("limit-change"))
                .mapValues(value -> (Control) value, Named.as("as-limit"))
                .to(
                        topics.control(),
                        Produced.with(Serdes.String(), records.of(Control.class))
                                .withName("write-limits"));
        Objects.requireNonNull(set.get("limit-audit"))
                .mapValues(value -> (Audit) value, Named.as("as-audit-of-limit"))
                .to(
                        topics.audit(),
                        Produced.with(Serdes.String(), records.of(Audit.class)).withName("write-audit-of-limits"));
    }

    private static Serde<Tally> inTransit() {
        return Serdes.serdeFrom((topic, tally) -> tally.encode(), (topic, bytes) -> Tally.decode(bytes));
    }

    private ProcessorSupplier<String, Tally, String, SpecificRecord> setLimits() {
        return new ProcessorSupplier<>() {
            @Override
            public SetLimits get() {
                return new SetLimits(control);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return LimitStore.builders();
            }
        };
    }
}
