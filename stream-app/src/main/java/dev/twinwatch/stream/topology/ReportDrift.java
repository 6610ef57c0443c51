package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.contracts.RetrainingTrigger;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.drift.Drift;
import dev.twinwatch.stream.control.Models;
import dev.twinwatch.stream.drift.DayCounts;
import dev.twinwatch.stream.drift.DriftReport;
import dev.twinwatch.stream.drift.TrafficDays;
import dev.twinwatch.stream.metrics.DriftGauges;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Step report-drift: sums what all tasks count of genuine traffic, reports each day of events once it is over, and asks for a
 * retraining where it has moved far. There is one such task, since its topic has one partition.
 */
final class ReportDrift extends ContextualProcessor<String, DayCounts, String, SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(ReportDrift.class);
    private static final String WHO = "report-drift";
    private static final String WHAT = "drift";

    private final Models models;
    private final DriftGauges gauges;
    private final double trigger;
    private @Nullable TrafficDays days;

    /**
     * The step of one task.
     *
     * @param trigger stability index over which a retraining is asked for; 0: never
     */
    ReportDrift(Models models, DriftGauges gauges, double trigger) {
        this.trigger = trigger;
        this.models = models;
        this.gauges = gauges;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        super.init(context);
        days = store().days();
        context.schedule(Decide.TELL, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void close() {
        gauges.clear();
    }

    @Override
    public void process(Record<String, DayCounts> record) {
        TrafficDays now = Objects.requireNonNull(days, "records come after init");
        now.add(record.value());
        store().days(now);
    }

    private void look(long timestamp) {
        TrafficDays now = Objects.requireNonNull(days, "looked at after init");
        Optional<TrafficDays.Over> over = now.over();
        if (over.isPresent()) {
            report(over.get()).ifPresent(report -> {
                tell(report, now.reportedIndex(), timestamp);
                request(report, timestamp);
                now.reported(report.drift().furthest().stabilityIndex());
            });
            store().days(now);
        }
    }

    /** Empty where the model is no longer here, or does not know what was usual. */
    private Optional<DriftReport> report(TrafficDays.Over over) {
        String model = over.counts().under().model();
        Optional<Bundle> bundle =
                models.bundle(model).filter(here -> here.traffic().isPresent());
        if (bundle.isEmpty()) {
            LOG.warn(
                    "drift of day {} is not reported: model {} is no longer here, or does not know what was usual",
                    over.last(),
                    model);
        }
        return bundle.map(here -> new DriftReport(
                LocalDate.ofEpochDay(over.last()), model, drift(here, over), over.frauds(), over.legitimate()));
    }

    /** By the fields of the model's time: the watch may have gained some since the day was counted. */
    private static Drift drift(Bundle bundle, TrafficDays.Over over) {
        return Drift.of(
                bundle.model().layout(),
                bundle.traffic().orElseThrow(),
                over.counts().traffic());
    }

    private void tell(DriftReport report, OptionalDouble before, long timestamp) {
        LOG.info("drift: {}", report.line());
        gauges.show(report);
        Audit audit = new Audit(
                Instant.ofEpochMilli(context().currentSystemTimeMs()),
                WHO,
                report.line(),
                WHAT,
                before.isEmpty() ? null : index(before.getAsDouble()),
                index(report.drift().furthest().stabilityIndex()));
        context().forward(new Record<>(WHAT, audit, timestamp));
    }

    /** Where the model that has drifted still decides: a newer one may know better. */
    private void request(DriftReport report, long timestamp) {
        boolean decides = models.pointer()
                .filter(pointer -> pointer.version().equals(report.model()))
                .isPresent();
        if (trigger > 0 && decides && report.drift().furthest().stabilityIndex() > trigger) {
            String id = WHAT + "-" + report.until();
            Retraining request = Retraining.newBuilder()
                    .setId(id)
                    .setAt(Instant.ofEpochMilli(context().currentSystemTimeMs()))
                    .setWho(WHO)
                    .setWhat(RetrainingStep.REQUESTED)
                    .setReason("drift.trigger is " + trigger + ", " + report.line())
                    .setTrigger(RetrainingTrigger.DRIFT)
                    .setBase(report.model())
                    .build();
            context().forward(new Record<>(id, request, timestamp));
        }
    }

    private static String index(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private DriftStore store() {
        return new DriftStore(context().getStateStore(DriftStore.NAME));
    }
}
