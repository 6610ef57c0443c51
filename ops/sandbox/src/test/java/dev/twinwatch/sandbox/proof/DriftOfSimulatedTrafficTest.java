package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.drift.Drift;
import dev.twinwatch.engine.drift.Moved;
import dev.twinwatch.engine.drift.TrafficCounter;
import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Half of the days of honest customers train a model in full; what comes then is measured in parts of 4,000 genuine events. */
@Tag("long")
class DriftOfSimulatedTrafficTest {
    private static final int PART = 4_000;

    private final Map<String, List<Event>> history = new LinkedHashMap<>();
    private final List<Event> later = new ArrayList<>();
    private final Bundle bundle;

    DriftOfSimulatedTrafficTest() throws IOException {
        List<Payment> payments = new Simulation(400, 300, 150, 1).runHonest().payments();
        List<Long> times = payments.stream().map(Payment::paidAt).sorted().toList();
        long middle = times.get(times.size() / 2);
        long row = 0;
        for (Payment payment : payments) {
            Event event = CardPayments.event(payment, row++, false);
            if (payment.paidAt() < middle) {
                history.computeIfAbsent(event.entity(), entity -> new ArrayList<>())
                        .add(event);
            } else {
                later.add(event);
            }
        }
        List<EntityHistory> entities = history.entrySet().stream()
                .map(entry -> new EntityHistory(entry.getKey(), entry.getValue()))
                .toList();
        this.bundle = BundleFile.read(new Training(CardPayments.LAYOUT, Hyperparameters.defaults())
                .run(new History(entities, payments.size() / 2, "0".repeat(64)), Progress.SILENT)
                .bundle());
    }

    @Test
    void honestDaysAfterTheTrainingAreStableAndFiveTimesTheAmountsAreNot() {
        for (Map<String, Double> part : parts(1).subList(0, 5)) {
            assertThat(part).as("usual practice calls less than 0.1 stable").hasEntrySatisfying("evidence", stable());
            assertThat(part).hasEntrySatisfying("amount", stable());
            assertThat(part).hasEntrySatisfying("place", stable());
        }
        Map<String, Double> larger = parts(5).get(0);
        assertThat(larger.get("amount")).isGreaterThan(1);
        assertThat(larger.get("evidence")).isGreaterThan(1);
        assertThat(larger).hasEntrySatisfying("place", stable());
    }

    private static Condition<Double> stable() {
        return new Condition<>(index -> index < 0.1, "less than 0.1");
    }

    /** Stability indices by name, part by part, where all later amounts are so many times larger. */
    private List<Map<String, Double>> parts(float times) {
        UsualTraffic usual = bundle.traffic().orElseThrow();
        Detector detector = new Detector(CardPayments.LAYOUT, new InMemoryStates(), Detector.KEPT_REFERENCES);
        Scorer scorer = new Scorer(bundle.model());
        history.values().forEach(events -> events.forEach(event -> detector.onEvent(scorer, event)));
        List<Map<String, Double>> parts = new ArrayList<>();
        TrafficCounter counter = new TrafficCounter(usual, CardPayments.LAYOUT);
        for (Event event : later) {
            Event now = event.withNumber(0, event.number(0) * times);
            if (detector.onEvent(scorer, now) instanceof Outcome.Scored scored && scored.isUsual()) {
                counter.count(now, scored.evidence(), scored.absorbed());
            }
            if (counter.counts().events() == PART) {
                Drift drift = Drift.of(CardPayments.LAYOUT, usual, counter.counts());
                parts.add(drift.moved().stream().collect(Collectors.toMap(Moved::name, Moved::stabilityIndex)));
                counter = new TrafficCounter(usual, CardPayments.LAYOUT);
            }
        }
        return parts;
    }
}
