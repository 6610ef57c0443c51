package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.detection.Review;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.source.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Decides the events of some of the entities, one after the other, with a detector and states of its own. */
final class Lane implements Runnable {
    private static final int WAITING_BATCHES = 16;
    private static final List<Arrival> END = List.of();

    private final BlockingQueue<List<Arrival>> waiting = new ArrayBlockingQueue<>(WAITING_BATCHES);
    private final Scorer scorer;
    private final Standing standing;
    private final Detector detector;
    private final Hearing hearing;
    private final boolean labelled;
    private final Truth truth;
    private final Stories stories = new Stories();
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private long backwards;
    private volatile @Nullable Throwable failure;

    Lane(Contestant contestant, Optional<List<Label>> labels, KnownLabels known, Interventions interventions) {
        EvidenceModel model = contestant.model();
        this.standing = new Standing(model.layout(), contestant.version(), interventions.control());
        this.scorer = new Scorer(model, standing::compared);
        this.detector = new Detector(
                model.layout(),
                interventions.feedback().isPresent() ? new InMemoryStates() : InMemoryStates.withoutFeedback(),
                Detector.KEPT_REFERENCES,
                interventions.control().isPresent() ? standing.labels() : known,
                () -> Review.of(Review.USUAL_PER_DAY, contestant.rates()));
        this.hearing = new Hearing(model.layout(), detector, interventions.feedback());
        this.labelled = labels.isPresent();
        this.truth = new Truth(model.layout().watch(), labels.orElse(List.of()));
    }

    /** Waits while the lane has enough to do; throws what made it stop. */
    void put(List<Arrival> batch) throws InterruptedException {
        rethrow();
        waiting.put(batch);
    }

    /** Nothing more comes for now. */
    void end() throws InterruptedException {
        waiting.put(END);
    }

    void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    /** Until the end of what comes; after a failure it lets the rest pass, so that whoever brings it need not wait. */
    @Override
    public void run() {
        try {
            for (List<Arrival> batch = waiting.take(); !batch.isEmpty(); batch = waiting.take()) {
                if (failure == null) {
                    decide(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = new IllegalStateException("interrupted while events were decided", e);
        }
    }

    private void decide(List<Arrival> batch) {
        try {
            batch.forEach(this::decide);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void decide(Arrival arrival) {
        Event event = arrival.event();
        noteOrder(event);
        standing.goTo(arrival.moment());
        hearing.upTo(arrival.moment(), event.entity()).forEach(stories::change);
        if (event.origin().enrol()) {
            truth.enrolled(event);
            detector.onEvent(scorer, event, standing.orders()).alert().ifPresent(stories::change);
            return;
        }
        Finding finding = truth.judged(event);
        Outcome outcome = detector.onEvent(scorer, event, standing.orders());
        outcomes.merge(outcome.code(), 1L, Long::sum);
        if (outcome.alert().filter(a -> a.state() == Alert.State.OPENED).isPresent()) {
            truth.alerted(event);
        }
        stories.take(arrival, outcome, labelled ? Optional.of(finding) : Optional.empty());
    }

    private void noteOrder(Event event) {
        Long before = newest.get(event.entity());
        if (before != null && event.time() < before) {
            backwards++;
        } else {
            newest.put(event.entity(), event.time());
        }
    }

    /** After the last event: what people said later. */
    void finish() {
        hearing.rest().forEach(stories::change);
    }

    /** How much feedback had which outcome, by its code. */
    Map<String, Long> heard() {
        return hearing.outcomes();
    }

    Truth truth() {
        return truth;
    }

    List<AlertStory> stories() {
        return stories.all();
    }

    Map<String, Long> outcomes() {
        return outcomes;
    }

    /** Events older than one before of the same entity. */
    long backwards() {
        return backwards;
    }
}
