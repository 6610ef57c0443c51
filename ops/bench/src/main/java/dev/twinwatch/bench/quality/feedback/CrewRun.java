package dev.twinwatch.bench.quality.feedback;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.sandbox.simulator.Takeover;
import dev.twinwatch.trainer.source.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The whole stream through the detector of the service: which takeovers raise an alert, and what else does. */
final class CrewRun {
    private static final long MICROS_PER_MILLI = 1_000;

    private final Detector detector;
    private final Map<String, Takeover> byVictim = new HashMap<>();
    /** Alerts by the victims whose takeovers raised them. */
    private final Map<String, String> caught = new HashMap<>();
    /** When honest payments raised an alert, in microseconds since 1970. */
    private final List<Long> falseAlerts = new ArrayList<>();

    /** First and last time at which an alert was over the limit, by its id, in microseconds since 1970. */
    private final Map<String, long[]> spans = new HashMap<>();

    private final Map<String, Integer> paymentsAfter = new HashMap<>();
    private long now = Long.MIN_VALUE;

    /**
     * Runs it.
     *
     * @param cases confirmed at a time in microseconds since 1970
     */
    CrewRun(EvidenceModel model, List<Event> events, List<Takeover> takeovers, LongFunction<List<FraudCase>> cases) {
        Layout layout = model.layout();
        detector = new Detector(layout, new InMemoryStates(), Detector.KEPT_REFERENCES);
        takeovers.forEach(takeover -> byVictim.put(takeover.customer(), takeover));
        Scorer scorer = new Scorer(model, () -> cases.apply(now));
        for (Event event : events) {
            now = event.time();
            count(
                    event,
                    detector.onEvent(scorer, event),
                    layout.watch().sequence().length());
        }
    }

    /** Within a window after a takeover an alert is neither right nor false. */
    private void count(Event event, Outcome outcome, int length) {
        if (outcome instanceof Outcome.Scored scored && scored.flagged()) {
            spans.computeIfAbsent(scored.alertId(), id -> new long[] {event.time(), event.time()})[1] = event.time();
        }
        Takeover takeover = byVictim.get(event.entity());
        boolean begun = takeover != null && event.time() >= begin(takeover);
        boolean over = takeover != null && event.time() > end(takeover);
        int after = over ? paymentsAfter.merge(event.entity(), 1, Integer::sum) : 0;
        if (begun && !over && outcome instanceof Outcome.Scored scored && scored.flagged()) {
            caught.put(event.entity(), scored.alertId());
        } else if (!begun || after > length) {
            outcome.alert()
                    .filter(alert -> alert.state() == Alert.State.OPENED)
                    .ifPresent(alert -> falseAlerts.add(event.time()));
        }
    }

    boolean isCaught(Takeover takeover) {
        return caught.containsKey(takeover.customer());
    }

    /** Of some takeovers, 0 to 1. */
    double recall(List<Takeover> takeovers, Predicate<Takeover> which) {
        List<Takeover> those = takeovers.stream().filter(which).toList();
        return those.stream().filter(this::isCaught).count() / (double) those.size();
    }

    long falseAlertsAfter(long time) {
        return falseAlerts.stream().filter(at -> at > time).count();
    }

    /** What a person would confirm of a takeover that was caught. */
    FraudCase confirmed(Takeover takeover) {
        String alert = Optional.ofNullable(caught.get(takeover.customer())).orElseThrow();
        Window window = FraudCase.mostTelling(detector.kept(takeover.customer(), alert).stream()
                        .map(KeptEvidence::window)
                        .toList())
                .orElseThrow();
        return FraudCase.of(alert, takeover.customer(), window, end(takeover), true);
    }

    /** What a person would say of the alert of a takeover that was caught: all of it is fraud. */
    Label labelled(Takeover takeover) {
        String alert = Optional.ofNullable(caught.get(takeover.customer())).orElseThrow();
        long[] span = Optional.ofNullable(spans.get(alert)).orElseThrow();
        return new Label(takeover.customer(), "", span[0], span[1], Label.Kind.FRAUD, OptionalLong.of(end(takeover)));
    }

    static long begin(Takeover takeover) {
        return takeover.from() * MICROS_PER_MILLI;
    }

    static long end(Takeover takeover) {
        return takeover.to() * MICROS_PER_MILLI;
    }
}
