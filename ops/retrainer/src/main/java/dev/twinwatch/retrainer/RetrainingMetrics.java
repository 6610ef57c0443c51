package dev.twinwatch.retrainer;

import dev.twinwatch.contracts.RetrainingStep;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What the process counts about its own work, for Prometheus. */
public final class RetrainingMetrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicBoolean leader = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicInteger newLabels = new AtomicInteger();
    private final AtomicReference<Double> learned = new AtomicReference<>(0.0);
    private final MultiGauge figures;

    /** None counted yet. */
    public RetrainingMetrics() {
        gauge("twinwatch.retraining.leader", "1 where this process is the one that trains", leader);
        gauge("twinwatch.retraining.running", "1 while a retraining runs", running);
        Gauge.builder("twinwatch.retraining.new.labels", newLabels, AtomicInteger::get)
                .description("labels since the last retraining began")
                .register(registry);
        Gauge.builder("twinwatch.retraining.learned", learned, AtomicReference::get)
                .description("batches of the present training so far, as a share of the most")
                .register(registry);
        figures = MultiGauge.builder("twinwatch.retraining.figure")
                .description("figures of the last retraining that ended, by name")
                .register(registry);
    }

    private void gauge(String name, String words, AtomicBoolean flag) {
        Gauge.builder(name, flag, set -> set.get() ? 1 : 0).description(words).register(registry);
    }

    void leads(boolean now) {
        leader.set(now);
    }

    void runs(boolean now) {
        running.set(now);
        learned.set(0.0);
    }

    void counted(int labels) {
        newLabels.set(labels);
    }

    void learned(double share) {
        learned.set(share);
    }

    void ended(RetrainingStep how, Map<String, Double> named) {
        registry.counter("twinwatch.retraining.ended", "how", how.name().toLowerCase(Locale.ROOT))
                .increment();
        figures.register(
                named.entrySet().stream()
                        .map(figure -> MultiGauge.Row.of(Tags.of("name", figure.getKey()), figure.getValue()))
                        .toList(),
                true);
    }

    /** In the text format of Prometheus. */
    String scrape() {
        return registry.scrape();
    }
}
