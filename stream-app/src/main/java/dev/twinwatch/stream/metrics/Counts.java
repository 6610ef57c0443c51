package dev.twinwatch.stream.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the service counts about its own work; since the process started, records that are replayed after a failure twice.
 */
public final class Counts {
    private final MeterRegistry registry;
    /** By name, then by value of the tag. */
    private final Map<String, Map<String, Counter>> counters = new ConcurrentHashMap<>();

    private final Timer scoring;
    private final Timer shadowScoring;
    private final DriftGauges drift;
    private final MultiGauge models;
    private final MultiGauge limits;
    private final MultiGauge trainedLimits;

    /** Registers its meters there. */
    public Counts(MeterRegistry registry) {
        this.registry = registry;
        this.scoring = Timer.builder("twinwatch.scoring")
                .description("time to decide one event, state access included; one event in 16 is timed")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.shadowScoring = Timer.builder("twinwatch.shadow.scoring")
                .description("time that the model that scores along takes for one event; one event in 16 is timed")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.drift = new DriftGauges(registry);
        this.models = MultiGauge.builder("twinwatch.model.info")
                .description("1 for the model that is live")
                .register(registry);
        this.limits = MultiGauge.builder("twinwatch.limit")
                .description("newest limit of the evidence for the model that is live")
                .register(registry);
        this.trainedLimits = MultiGauge.builder("twinwatch.limit.trained")
                .description("limit that training found for the model that is live")
                .register(registry);
    }

    /** One event with this outcome. */
    public void event(String outcome) {
        count("twinwatch.events", "outcome", outcome);
    }

    /** One scored event of an entity that was known so well. */
    public void enrolment(String state) {
        count("twinwatch.scored", "enrolment", state);
    }

    /** One event that two models scored, of which one decides. */
    public void shadow(boolean flaggedByLive, boolean flaggedByShadow) {
        String by = flaggedByLive ? (flaggedByShadow ? "both" : "live") : flaggedByShadow ? "shadow" : "none";
        count("twinwatch.shadow.events", "flagged", by);
    }

    /** One alert that the model that scores along would have opened. */
    public void shadowAlert() {
        count("twinwatch.shadow.alerts", "", "");
    }

    /** One change of an alert. */
    public void alert(String state) {
        count("twinwatch.alerts", "state", state);
    }

    /** One record that could not be read. */
    public void deadLetter() {
        count("twinwatch.dead.letters", "", "");
    }

    /** One piece of feedback with this result. */
    public void feedback(String result) {
        count("twinwatch.feedback", "result", result);
    }

    /** One bundle, pointer or other control record that was refused. */
    public void controlRefused() {
        count("twinwatch.control.refused", "", "");
    }

    /** One stream thread that failed. */
    public void restart() {
        count("twinwatch.restarts", "", "");
    }

    /** Which model is live, by the first digits of its version. */
    public void liveModel(String version) {
        models.register(List.of(MultiGauge.Row.of(Tags.of("version", version), 1)), true);
    }

    /** The newest limit of the live model, and the one that training found (log likelihood ratio, no unit). */
    public void limit(String version, double newest, double trained) {
        Tags tags = Tags.of("version", version);
        limits.register(List.of(MultiGauge.Row.of(tags, newest)), true);
        trainedLimits.register(List.of(MultiGauge.Row.of(tags, trained)), true);
    }

    /** One event over the trained limit and not over the one in force. */
    public void heldBack() {
        count("twinwatch.held.back", "", "");
    }

    /** Fraud cases: how many are held, and how many left because newer ones came. */
    public void watchCases(Supplier<Number> held, Supplier<Number> beyond) {
        Gauge.builder("twinwatch.fraud.cases", held)
                .description("fraud cases that events are compared with")
                .register(registry);
        Gauge.builder("twinwatch.fraud.cases.beyond", beyond)
                .description("fraud cases that were let go for newer ones since the start")
                .register(registry);
    }

    /** Events since the start by outcome. */
    public Map<String, Long> events() {
        return totals("twinwatch.events");
    }

    /** Changes of alerts since the start by state. */
    public Map<String, Long> alerts() {
        return totals("twinwatch.alerts");
    }

    /** Records since the start that could not be read. */
    public long deadLetters() {
        return totals("twinwatch.dead.letters").getOrDefault("", 0L);
    }

    /** Events since the start that the trained limit would have flagged and the one in force did not. */
    public long heldBackEvents() {
        return totals("twinwatch.held.back").getOrDefault("", 0L);
    }

    /** What was last said of drift. */
    public DriftGauges drift() {
        return drift;
    }

    /** Times decisions. */
    public Timer scoring() {
        return scoring;
    }

    /** Times the model that scores along. */
    public Timer shadowScoring() {
        return shadowScoring;
    }

    private Map<String, Long> totals(String name) {
        Map<String, Long> totals = new TreeMap<>();
        counters.getOrDefault(name, Map.of()).forEach((value, counter) -> totals.put(value, (long) counter.count()));
        return totals;
    }

    private void count(String name, String tag, String value) {
        // A counter is looked up per event; these maps are cheaper than the registry's.
        counters.computeIfAbsent(name, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(value, key -> {
                    Counter.Builder builder = Counter.builder(name);
                    return (tag.isEmpty() ? builder : builder.tag(tag, value)).register(registry);
                })
                .increment();
    }
}
