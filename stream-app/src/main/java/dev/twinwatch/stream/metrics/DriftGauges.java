package dev.twinwatch.stream.metrics;

import dev.twinwatch.engine.drift.Moved;
import dev.twinwatch.stream.drift.DriftReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.OptionalDouble;

/** The newest report of drift as metrics, in the one instance that makes it. */
public final class DriftGauges {
    private static final String OF = "of";

    private final MultiGauge index;
    private final MultiGauge strange;
    private final MultiGauge absorbed;
    private final MultiGauge precision;

    DriftGauges(MeterRegistry registry) {
        this.index = MultiGauge.builder("twinwatch.drift.index")
                .description(
                        "population stability index of genuine events on the last day that is over, against calibration")
                .register(registry);
        this.strange = MultiGauge.builder("twinwatch.drift.strange.share")
                .description("share of these events with a value that training did not know")
                .register(registry);
        this.absorbed = MultiGauge.builder("twinwatch.drift.absorbed.share")
                .description("share of these events that went into references")
                .register(registry);
        this.precision = MultiGauge.builder("twinwatch.drift.precision")
                .description("share of fraud among the alerts that people judged on that day")
                .register(registry);
    }

    /** Shows a report in place of the one before. */
    public void show(DriftReport report) {
        List<Moved> moved = report.drift().moved();
        index.register(moved.stream().map(one -> row(one, one.stabilityIndex())).toList(), true);
        strange.register(
                moved.stream()
                        .flatMap(one -> one.strange().stream().map(values -> row(one, values.share())))
                        .toList(),
                true);
        absorbed.register(List.of(MultiGauge.Row.of(Tags.empty(), report.drift().absorbed())), true);
        OptionalDouble share = report.precision();
        precision.register(
                share.isEmpty() ? List.of() : List.of(MultiGauge.Row.of(Tags.empty(), share.getAsDouble())), true);
    }

    /** Another instance makes the next one. */
    public void clear() {
        List.of(index, strange, absorbed, precision).forEach(gauge -> gauge.register(List.of(), true));
    }

    private static MultiGauge.Row<Number> row(Moved moved, double value) {
        return MultiGauge.Row.of(Tags.of(OF, moved.name()), value);
    }
}
