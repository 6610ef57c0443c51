package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.control.CaseRecord;
import dev.twinwatch.engine.control.FeedbackRecord;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.FeedbackOutcome;
import dev.twinwatch.engine.detection.Orders;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.detection.Review;
import dev.twinwatch.engine.detection.ShadowDetector;
import dev.twinwatch.engine.detection.Shadowed;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.drift.DayCounts;
import dev.twinwatch.stream.drift.TaskTraffic;
import dev.twinwatch.stream.limits.Tallies;
import dev.twinwatch.stream.limits.Tally;
import dev.twinwatch.stream.metrics.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Step decide: events and feedback of the entities of one task, through one {@link Detector}.
 *
 * <p>Both come through this one step because the detector remembers what it computed from the stores: a second one, for
 * feedback, would leave the first with references that no longer hold.
 *
 * <p>Where scores are switched off, the outcomes of late events, of those for review and of those that live and
 * shadow model judge differently are written all the same.
 */
final class Decide implements Processor<String, Arrival, String, Decided> {
    /** One event of so many is timed: the clock and the percentiles cost a tenth of what they measure. */
    private static final int TIMED = 16;

    private static final Duration LOOK = Duration.ofMillis(500);
    /** How often a task tells what it counted. */
    static final Duration TELL = Duration.ofSeconds(10);

    private final Layout layout;
    private final ControlState control;
    private final Counts counts;
    private final HearFeedback hearing;
    private final OutgoingRecords outgoing;
    private final boolean writesScores;
    private final boolean followsLimits;
    private final Reviewing reviewing;
    private @Nullable Task task;
    private long decided;

    /** What belongs to a task from its start or revival to its end. */
    private record Task(
            ProcessorContext<String, Decided> context,
            StoreStates states,
            Detector detector,
            ShadowDetector shadow,
            ActiveModel model,
            WorkAhead ahead,
            Tallies tallies,
            TaskTraffic traffic,
            FirstEntries entries) {}

    Decide(
            Layout layout,
            ControlState control,
            Counts counts,
            boolean writesScores,
            boolean followsLimits,
            Reviewing reviewing) {
        this.layout = layout;
        this.control = control;
        this.counts = counts;
        this.hearing = new HearFeedback(layout, counts);
        this.outgoing = new OutgoingRecords(layout.watch());
        this.writesScores = writesScores;
        this.followsLimits = followsLimits;
        this.reviewing = reviewing;
    }

    /** All anew: after a transaction was aborted, whatever is remembered may be ahead of the stores. */
    @Override
    public void init(ProcessorContext<String, Decided> context) {
        StoreStates states = new StoreStates(
                layout,
                context.getStateStore(EntityStores.RECENT),
                context.getStateStore(EntityStores.PROFILE),
                context.getStateStore(EntityStores.EVIDENCE));
        ActiveModel model = new ActiveModel(
                layout,
                context.getStateStore(EntityStores.ACTIVE_MODEL),
                control.models(),
                control.cases(),
                context.taskId());
        Detector detector = new Detector(
                layout,
                states,
                Detector.KEPT_REFERENCES,
                control.cases().labels(),
                () -> Review.of(reviewing.perDay(), model.rates()));
        task = new Task(
                context,
                states,
                detector,
                new ShadowDetector(layout, states, control.cases().labels()),
                model,
                new WorkAhead(context, detector, model),
                new Tallies(),
                new TaskTraffic(layout),
                new FirstEntries(context));
        Task opened = task;
        if (layout.watch().hasCalendar()) {
            context.schedule(TELL, PunctuationType.WALL_CLOCK_TIME, now -> tell(opened, now));
        }
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> look(opened));
    }

    /** A newer model is taken up with the next event, and by this also where none comes. */
    private static void look(Task task) {
        task.entries().make();
        refresh(task);
        task.model().lookForTheShadow();
    }

    private static void refresh(Task task) {
        if (task.model().refresh()) {
            task.ahead().begin();
        }
    }

    private static void tell(Task task, long timestamp) {
        for (Tally tally : task.tallies().take()) {
            task.context().forward(new Record<>(tally.under().model(), new Decided.OfTally(tally), timestamp));
        }
        for (DayCounts counts : task.traffic().take()) {
            task.context().forward(new Record<>(counts.under().model(), new Decided.OfTraffic(counts), timestamp));
        }
    }

    @Override
    public void close() {
        Task now = task;
        if (now != null) {
            now.model().close();
        }
        task = null;
    }

    @Override
    public void process(Record<String, Arrival> record) {
        Task now = Objects.requireNonNull(task, "records come only between init and close");
        now.entries().make();
        now.states().at(record.timestamp());
        if (record.value() instanceof Arrival.OfEvent arrived) {
            decide(now, arrived.event(), record.timestamp());
        } else if (record.value() instanceof Arrival.OfFeedback heard) {
            hear(now, heard.feedback(), record.timestamp());
        }
    }

    private void hear(Task now, Feedback feedback, long timestamp) {
        Instant at = Instant.ofEpochMilli(timestamp);
        Optional<CaseRecord> fraudCase = hearing.caseOf(now.detector(), feedback, at);
        FeedbackOutcome result = hearing.of(now.detector(), feedback, fraudCase);
        result.closed().ifPresent(alert -> write(now, alert, timestamp));
        if (HearFeedback.judgesAnAlert(feedback, result)) {
            now.traffic().judged(feedback.getLabel() == Label.FRAUD, timestamp);
        }
        for (CaseRecord changed : new FeedbackRecord(feedback).changes(fraudCase, result, control.cases())) {
            now.context().forward(new Record<>(feedback.getEntity(), new Decided.OfCase(changed), timestamp));
        }
        Decided audited = new Decided.OfAudit(hearing.audit(feedback, result, at));
        now.context().forward(new Record<>(feedback.getEntity(), audited, timestamp));
    }

    private void decide(Task now, Event event, long timestamp) {
        refresh(now);
        boolean timed = decided++ % TIMED == 0;
        Orders orders = control.ordersUnder(now.model().version());
        Optional<Shadowed> shadowed = scoreAlong(now, event, orders, timed);
        long start = timed ? System.nanoTime() : 0;
        Outcome outcome = now.detector().onEvent(now.model().scorer(), event, orders);
        if (timed) {
            counts.scoring().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
        counts.event(outcome.code());
        if (outcome instanceof Outcome.Scored scored) {
            counts.enrolment(scored.enrolment().name());
            shadowed.ifPresent(other -> compare(scored, other));
            countForTheLimit(now, scored, event.time());
            now.traffic().count(now.model().active().version(), now.model().traffic(), event, scored);
        }
        outcome.alert().ifPresent(alert -> write(now, alert, timestamp));
        boolean review = outcome instanceof Outcome.Scored offered && offered.review();
        // a late event changes nothing: its outcome is the only trace of it, as it is where people are asked
        boolean difference =
                shadowed.map(other -> other.flagged() != isFlagged(outcome)).orElse(false);
        if (writesScores || review || difference || outcome instanceof Outcome.Late) {
            Score score = outgoing.score(event, outcome, now.model().version(), shadowed);
            if (review) {
                reviewing.offered().accept(score);
            }
            now.context().forward(new Record<>(event.entity(), new Decided.OfScore(score), timestamp));
        }
    }

    /** Before the event is decided, so that both models see the same state. */
    private Optional<Shadowed> scoreAlong(Task now, Event event, Orders orders, boolean timed) {
        Scorer scorer = now.model().shadow();
        if (scorer == null) {
            return Optional.empty();
        }
        long start = timed ? System.nanoTime() : 0;
        Optional<Shadowed> said =
                now.shadow().beforeEvent(scorer, now.model().active().shadow(), event, orders);
        if (timed) {
            counts.shadowScoring().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
        return said;
    }

    private void compare(Outcome.Scored live, Shadowed shadow) {
        counts.shadow(live.flagged(), shadow.flagged());
        if (shadow.opened()) {
            counts.shadowAlert();
        }
    }

    private static boolean isFlagged(Outcome outcome) {
        return outcome instanceof Outcome.Scored scored && scored.flagged();
    }

    private void countForTheLimit(Task now, Outcome.Scored scored, long time) {
        Scorer scorer = now.model().scorer();
        if (followsLimits && scorer != null) {
            var under = Tally.Under.of(now.model().active().version(), scored.limit(), time);
            boolean opened = scored.alert()
                    .filter(alert -> alert.state() == Alert.State.OPENED)
                    .isPresent();
            double trained = scorer.model().limit();
            if (now.tallies().count(under, scored.evidence(), opened, trained, time)) {
                counts.heldBack();
            }
        }
    }

    private void write(Task now, Alert alert, long timestamp) {
        counts.alert(alert.state().name());
        Decided written = new Decided.OfAlert(outgoing.alert(alert, now.model().active()));
        now.context().forward(new Record<>(alert.entity(), written, timestamp));
    }
}
