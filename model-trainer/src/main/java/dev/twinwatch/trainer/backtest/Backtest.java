package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.cases.LabelledValues;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Runs the detector of the service over recorded events: one thread reads, others decide, each for entities of its own. What
 * comes out does not depend on how many they are. In memory are the states of all entities and what is told of each alert, no
 * more than a few thousand events.
 */
public final class Backtest {
    private static final double MICROS_PER_DAY = 86_400e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Contestant contestant;
    private final Layout layout;
    private final Optional<List<Label>> labels;
    private final LabelledValues values;
    private final Interventions interventions;
    private final List<Lane> lanes;
    private final RejectListener rejects;
    private final Progress progress;

    /** As below, where nobody intervenes. */
    public Backtest(
            Contestant contestant,
            Optional<List<Label>> labels,
            int threads,
            RejectListener rejects,
            Progress progress) {
        this(contestant, labels, Interventions.NONE, threads, rejects, progress);
    }

    /**
     * A backtest, to be run once.
     *
     * @param labels empty where nothing is known of the truth
     * @param interventions what people and the service said meanwhile; of confirmed frauds, its control history tells events
     *     instead of labels
     * @param threads that decide, 1 or more
     * @param rejects hears of each record that is no event, in the thread that runs the test
     */
    public Backtest(
            Contestant contestant,
            Optional<List<Label>> labels,
            Interventions interventions,
            int threads,
            RejectListener rejects,
            Progress progress) {
        this.contestant = contestant;
        this.layout = contestant.model().layout();
        this.labels = labels.map(List::copyOf);
        this.values = new LabelledValues(layout);
        this.interventions = interventions;
        this.lanes = IntStream.range(0, threads)
                .mapToObj(lane -> new Lane(contestant, this.labels, values, interventions))
                .toList();
        this.rejects = rejects;
        this.progress = progress;
    }

    /**
     * Enrols the history, if there is one, and decides the events in the order of their records.
     *
     * @throws dev.twinwatch.trainer.source.SourceException where a source cannot be read or lacks a field of the watch
     * @throws HistoryException where there is no event to decide
     */
    public BacktestResult run(Optional<EventSource> history, EventSource events) {
        if (labels.isPresent() && values.isAsked() && interventions.control().isEmpty()) {
            LabelledPass pass = new LabelledPass(layout, labels.get(), values);
            history.ifPresent(pass::over);
            pass.over(events);
        }
        long enrolled = history.map(source -> through(source, true).enrolled()).orElse(0L);
        long started = System.nanoTime();
        Feed decided = through(events, false);
        double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
        if (decided.events() == 0) {
            throw new HistoryException(events.name() + " has no event of watch "
                    + layout.watch().name() + ": compare the fields of the watch with the data");
        }
        lanes.forEach(Lane::finish);
        return result(enrolled + decided.enrolled(), decided, seconds);
    }

    /** Threads of its own for each source, so that all of one is done before the next begins. */
    private Feed through(EventSource source, boolean enrols) {
        Feed feed = new Feed(source, layout, enrols, !interventions.isNone(), lanes, rejects, progress);
        List<Thread> threads = lanes.stream()
                .map(lane -> new Thread(lane, "backtest"))
                .peek(thread -> thread.setDaemon(true))
                .toList();
        threads.forEach(Thread::start);
        try {
            try {
                feed.read();
            } finally {
                for (Lane lane : lanes) {
                    lane.end();
                }
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while events were decided", e);
        }
        lanes.forEach(Lane::rethrow);
        return feed;
    }

    private BacktestResult result(long enrolled, Feed decided, double seconds) {
        Map<String, Long> outcomes = new TreeMap<>();
        List<AlertStory> stories = new ArrayList<>();
        long backwards = 0;
        for (Lane lane : lanes) {
            lane.outcomes().forEach((code, count) -> outcomes.merge(code, count, Long::sum));
            stories.addAll(lane.stories());
            backwards += lane.backwards();
        }
        stories.sort(Comparator.comparingLong(AlertStory::row));
        long micros = decided.span().micros();
        return new BacktestResult(
                contestant,
                enrolled,
                decided.events(),
                outcomes,
                micros > 0 ? OptionalDouble.of(micros / MICROS_PER_DAY) : OptionalDouble.empty(),
                stories,
                byLabels(),
                effects(decided.latest()),
                backwards,
                seconds);
    }

    private Effects effects(long latest) {
        Map<String, Long> heard = new TreeMap<>();
        lanes.forEach(lane -> lane.heard().forEach((code, count) -> heard.merge(code, count, Long::sum)));
        long all = heard.values().stream().mapToLong(Long::longValue).sum();
        Optional<ControlHistory> control = interventions.control();
        Optional<FeedbackHistory> feedback = interventions.feedback();
        List<String> refused = new ArrayList<>();
        control.ifPresent(history -> refused.addAll(history.refused()));
        feedback.ifPresent(history -> refused.addAll(history.refused()));
        return new Effects(
                control.map(history -> history.records().size()).orElse(0),
                control.map(history -> history.after(latest)).orElse(0L),
                control.map(ControlHistory::ofModels).orElse(0L),
                control.map(ControlHistory::ofOtherModels).orElse(0L),
                heard,
                feedback.map(FeedbackHistory::size).orElse(0L) - all,
                refused);
    }

    private BacktestResult.ByLabels byLabels() {
        Set<Label> met = new HashSet<>();
        List<Takeover> takeovers = new ArrayList<>();
        long fraudEnrolled = 0;
        for (Lane lane : lanes) {
            met.addAll(lane.truth().met());
            takeovers.addAll(lane.truth().takeovers());
            fraudEnrolled += lane.truth().fraudEnrolled();
        }
        List<Label> all = labels.orElse(List.of());
        List<Label> unmet = all.stream().filter(label -> !met.contains(label)).toList();
        Predicate<Label> known =
                label -> lanes.stream().anyMatch(lane -> lane.truth().knows(label.entity()));
        return new BacktestResult.ByLabels(
                labels.isPresent(),
                all.size(),
                takeovers,
                unmet.stream().filter(known.negate()).toList(),
                unmet.stream().filter(known).toList(),
                fraudEnrolled);
    }
}
