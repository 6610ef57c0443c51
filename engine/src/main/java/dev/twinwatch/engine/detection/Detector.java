package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.explanation.Explanation;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import dev.twinwatch.engine.recent.Story;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one event means: a pure function of model, entity state and event. Trainer, backtest and service run it.
 *
 * <p>It remembers the references of entities as the model sees them: whenever the states may have gone back (a task starts or
 * is revived), a new one is needed.
 */
public final class Detector {
    /** From so many references on, a window is absorbed by its own evidence. */
    public static final int LEAST_REFERENCES = 2;
    /** The service keeps this many references of an entity. */
    public static final int KEPT_REFERENCES = 16;

    private final Layout layout;
    private final EntityStates states;
    private final KnownLabels labels;
    private final Profiles profiles;
    private final Absorption absorption;
    private final Feedback feedback;
    private final Supplier<Review> review;
    /** Where the events of the entity lie that is looked at now: to make room for each of them anew costs more than its use. */
    private final byte[] slots;

    /** For the entities of one watch whose states are kept there, where no labels are known. */
    public Detector(Layout layout, EntityStates states, int mostReferences) {
        this(layout, states, mostReferences, KnownLabels.NONE);
    }

    /** For the entities of one watch whose states are kept there, with what labels say of the values of their events. */
    public Detector(Layout layout, EntityStates states, int mostReferences, KnownLabels labels) {
        this(layout, states, mostReferences, labels, () -> Review.ONE_IN_THOUSAND);
    }

    /**
     * The same where another share of the events is offered for review.
     *
     * @param review asked at each event, since the share comes from the model
     */
    public Detector(
            Layout layout, EntityStates states, int mostReferences, KnownLabels labels, Supplier<Review> review) {
        this.review = review;
        this.layout = layout;
        this.labels = labels;
        this.states = states;
        this.profiles = new Profiles(layout, states, mostReferences);
        this.absorption = new Absorption(profiles);
        this.feedback = new Feedback(layout, states, profiles);
        this.slots = Recent.newSlots(layout);
    }

    /**
     * Takes one event in and says what it means.
     *
     * @param scorer of the active model; null while there is none
     */
    public Outcome onEvent(@Nullable Scorer scorer, Event event) {
        return onEvent(scorer, event, Orders.NONE);
    }

    /** The same where people may have ordered something for the entity. */
    public Outcome onEvent(@Nullable Scorer scorer, Event event, Orders orders) {
        byte[] stored = states.recent(event.entity());
        Recent recent = stored == null ? new Recent(layout) : RecentCodec.decode(layout, stored, slots);
        if (recent.hasSeen(event)) {
            return new Outcome.Duplicate();
        }
        long lateBy = recent.lateBy(event);
        if (lateBy > 0) {
            return new Outcome.Late(lateBy);
        }
        if (recent.startsNewSequence(event)) {
            absorption.ofRest(scorer, recent, event.entity());
            recent.beginSequence();
        }
        Order order = orders.of(event.entity());
        Optional<Alert> ended = renew(recent, event, order);
        recent.append(event, labels);
        boolean snoozed = event.time() < order.snoozedUntil();
        Outcome outcome = event.origin().enrol() ? enrol(recent, event) : judge(scorer, recent, event, snoozed, orders);
        states.recent(event.entity(), RecentCodec.encode(recent));
        return ended.isPresent() ? ending(outcome, ended) : outcome;
    }

    /** An event that follows a reset is the first of a window, so that nothing can be scored. */
    private static Outcome ending(Outcome outcome, Optional<Alert> ended) {
        return outcome instanceof Outcome.Learning learning
                ? new Outcome.Learning(learning.why(), learning.references(), ended)
                : new Outcome.Enrolled(((Outcome.Enrolled) outcome).references(), ended);
    }

    /** Carries out what was ordered since; the alert that this ended. */
    private Optional<Alert> renew(Recent recent, Event event, Order order) {
        if (order.revision() <= recent.renewals()) {
            return Optional.empty();
        }
        recent.renewed(order.revision());
        String entity = event.entity();
        if (order.renewal() == Order.Renewal.RESTORE) {
            profiles.restore(recent, entity);
        } else if (order.renewal() == Order.Renewal.RESET) {
            Optional<Alert> ended = recent.story().map(story -> Stories.ended(entity, story));
            recent.forget();
            profiles.reset(recent, entity);
            feedback.reset(entity, recent.count(), event.time());
            return ended;
        }
        return Optional.empty();
    }

    /**
     * Sees the references of one entity by a new model before its next event comes, of those that were looked at last under
     * another one.
     *
     * @return false where there is none left
     */
    public boolean workAhead(Scorer scorer) {
        return profiles.workAhead(scorer);
    }

    private Outcome enrol(Recent recent, Event event) {
        recent.lastEvidence(Float.NaN);
        absorption.ofVouched(recent, event.entity());
        return new Outcome.Enrolled(profiles.references(event.entity()));
    }

    private Outcome judge(@Nullable Scorer scorer, Recent recent, Event event, boolean snoozed, Orders orders) {
        recent.lastEvidence(Float.NaN);
        Window window = recent.window();
        int minimum = layout.watch().sequence().minimum();
        if (scorer == null || window.events() < minimum) {
            absorption.ofUnscored(recent, event.entity());
            return new Outcome.Learning(
                    scorer == null ? "no model is active" : window.events() + " of " + minimum + " events", 0);
        }
        References references = profiles.seenBy(scorer, event.entity(), recent);
        Window common = window.without(references.lacking());
        int counting = references.endingBefore(window.firstNumber());
        Optional<String> missing = missing(layout, scorer.model().confidence(), window, counting);
        if (missing.isPresent()) {
            absorption.ofUnscored(recent, event.entity());
            return new Outcome.Learning(missing.get(), counting);
        }
        Comparison comparison = scorer.compareNext(common, references);
        float evidence = (float) comparison.evidence();
        recent.lastEvidence(evidence);
        double limit = orders.limit(scorer.model().limit(), event.time());
        float urgency = (float) comparison.urgency();
        boolean flagged = urgency > limit;
        Optional<Alert> alert = Stories.follow(
                scorer,
                recent,
                event,
                comparison,
                limit,
                counting,
                snoozed,
                () -> Explanation.of(
                        scorer,
                        common,
                        recent.newValues(),
                        comparison,
                        references,
                        profiles.windowsSeen(scorer, event.entity(), recent)));
        boolean offered = !flagged && review.get().draws(event);
        keepForFeedback(recent, event, alert, offered);
        if (alert.filter(a -> a.state() == Alert.State.OPENED).isPresent()) {
            absorption.ofOpened(recent, event.entity(), counting);
        }
        boolean absorbed = counting < LEAST_REFERENCES
                ? absorption.ofYoung(recent, event.entity(), counting)
                : absorption.ofScored(recent, event.entity(), counting);
        String alertId =
                recent.story().map(s -> s.alertId()).orElse(alert.map(Alert::id).orElse(""));
        return new Outcome.Scored(
                comparison,
                urgency,
                limit,
                counting,
                Enrolment.of(scorer.model().confidence(), counting),
                flagged,
                offered,
                absorbed,
                alertId,
                alert);
    }

    /** What the window or its entity lacks to be scored: a model may score from the first full window on. */
    static Optional<String> missing(Layout layout, Confidence confidence, Window window, int references) {
        if (references < confidence.least()) {
            return Optional.of(references + " of " + confidence.least() + " reference windows");
        }
        int length = layout.watch().sequence().length();
        return references == 0 && window.events() < length
                ? Optional.of(window.events() + " of " + length + " events of a first window")
                : Optional.empty();
    }

    /** What an alert says, and some of a long story between; and a small sample of all that raises none. */
    private void keepForFeedback(Recent recent, Event event, Optional<Alert> alert, boolean offered) {
        Optional<Story> story =
                recent.story().filter(s -> s.latestNumber() == recent.count() && (alert.isPresent() || s.hasDoubled()));
        if (story.isPresent()) {
            keep(recent, event, story.get().alertId());
        } else if (offered) {
            keep(recent, event, "");
        }
    }

    private void keep(Recent recent, Event event, String alertId) {
        Window window = recent.window().copy();
        states.keep(
                event.entity(),
                new KeptEvidence(event.id(), alertId, window.time(window.events() - 1), recent.lastEvidence(), window));
    }

    /**
     * LEGITIMATE: the window of this event, or the newest of this alert, becomes a reference. Its alert, if open, is closed
     * and all of its story is judged no more, so that the next verdict needs a window of its own.
     */
    public FeedbackOutcome onLegitimate(String entity, String eventOrAlertId) {
        return hear(entity, Said.of(Word.LEGITIMATE, eventOrAlertId));
    }

    /** FRAUD: references that reach into the windows of this event or alert, or came after them, are taken out. */
    public FeedbackOutcome onFraud(String entity, String eventOrAlertId) {
        return hear(entity, Said.of(Word.FRAUD, eventOrAlertId));
    }

    /** The windows that are kept of this alert, oldest first, or the one of this event. */
    public List<KeptEvidence> kept(String entity, String eventOrAlertId) {
        return feedback.spokenOf(entity, eventOrAlertId);
    }

    /**
     * The same of an alert or event that is named in several ways. What was said of it before is remembered: the same word again
     * changes nothing, and the newer of two counts. FRAUD about an event of which nothing is kept takes out the references that
     * reach to its time, or came after it.
     */
    public FeedbackOutcome hear(String entity, Said said) {
        return feedback.hear(entity, said);
    }
}
