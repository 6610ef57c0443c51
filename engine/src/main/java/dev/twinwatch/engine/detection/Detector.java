package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.profile.ProfileCodec;
import dev.twinwatch.engine.profile.Reference;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import dev.twinwatch.engine.watch.SequenceRule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one event means: a pure function of model, entity state and event. Trainer, backtest and service run it.
 *
 * <p>It caches the references of entities as the model sees them; {@link #forget} drops the cache, which must happen
 * whenever the states may have gone back (a task starts, stops or is revived).
 */
public final class Detector {
    /** An entity is scored once this many references count. */
    public static final int LEAST_REFERENCES = 2;
    /** The service keeps this many references of an entity. */
    public static final int KEPT_REFERENCES = 16;
    /** One of so many scored events below the limit is kept for feedback. */
    private static final long SAMPLE = 1_000;

    private final Layout layout;
    private final EntityStates states;
    private final int mostReferences;
    private final ReferenceCache cache;

    /** For the entities of one watch whose states are kept there. */
    public Detector(Layout layout, EntityStates states, int mostReferences) {
        this.layout = layout;
        this.states = states;
        this.mostReferences = mostReferences;
        this.cache = new ReferenceCache();
    }

    /** Drops what was computed from states. */
    public void forget() {
        cache.clear();
    }

    /**
     * Takes one event in and says what it means.
     *
     * @param scorer of the active model; null while there is none
     */
    public Outcome onEvent(@Nullable Scorer scorer, Event event) {
        byte[] stored = states.recent(event.entity());
        Recent recent = stored == null ? new Recent(layout) : RecentCodec.decode(layout, stored);
        if (recent.hasSeen(event)) {
            return new Outcome.Duplicate();
        }
        long lateBy = recent.lateBy(event);
        if (lateBy > 0) {
            return new Outcome.Late(lateBy);
        }
        if (recent.startsNewSequence(event)) {
            absorbRest(recent, event);
            recent.beginSequence();
        }
        recent.append(event);
        Outcome outcome = event.origin().enrol() ? enrol(recent, event) : judge(scorer, recent, event);
        states.recent(event.entity(), RecentCodec.encode(recent));
        return outcome;
    }

    private Outcome enrol(Recent recent, Event event) {
        recent.lastEvidence(Float.NaN);
        if (recent.isVouchedFor() && isDue(recent)) {
            absorb(recent, event.entity(), recent.window(), Reference.Why.ENROLLED);
        } else {
            learnIfDue(recent, event);
        }
        return new Outcome.Enrolled(referencesOf(event.entity()));
    }

    private Outcome judge(@Nullable Scorer scorer, Recent recent, Event event) {
        recent.lastEvidence(Float.NaN);
        Window window = recent.window();
        int minimum = layout.watch().sequence().minimum();
        if (scorer == null || window.events() < minimum) {
            learnIfDue(recent, event);
            return new Outcome.Learning(
                    scorer == null ? "no model is active" : window.events() + " of " + minimum + " events", 0);
        }
        References references = referencesOf(event.entity(), recent, scorer);
        int counting = references.endingBefore(window.firstNumber());
        if (counting < LEAST_REFERENCES) {
            learnIfDue(recent, event);
            return new Outcome.Learning(counting + " of " + LEAST_REFERENCES + " reference windows", counting);
        }
        Comparison comparison = scorer.compareNext(window, references);
        float evidence = (float) comparison.evidence();
        recent.lastEvidence(evidence);
        double limit = scorer.model().limit();
        boolean flagged = evidence > limit;
        Optional<Alert> alert = Stories.follow(scorer, recent, event, comparison, counting);
        if (alert.isPresent() && alert.get().state() != Alert.State.CLOSED) {
            keep(recent, event, alert.get().id());
        } else if (Long.remainderUnsigned(Hash64.of(event.id()), SAMPLE) == 0) {
            keep(recent, event, "");
        }
        if (evidence < 0 && isDue(recent) && recent.story().isEmpty()) {
            absorb(recent, event.entity(), window, Reference.Why.ABSORBED);
        }
        String alertId =
                recent.story().map(s -> s.alertId()).orElse(alert.map(Alert::id).orElse(""));
        return new Outcome.Scored(comparison, evidence, limit, counting, flagged, alertId, alert);
    }

    private void keep(Recent recent, Event event, String alertId) {
        states.keep(
                event.entity(),
                new KeptEvidence(
                        event.id(),
                        alertId,
                        recent.window().time(recent.window().events() - 1),
                        recent.lastEvidence(),
                        recent.window().copy()));
    }

    /** A full window of events that no reference covers yet. */
    private static boolean isDue(Recent recent) {
        Window window = recent.window();
        return window.events() == window.layout().watch().sequence().length()
                && window.firstNumber() > recent.coveredUpTo();
    }

    private void learnIfDue(Recent recent, Event event) {
        if (isDue(recent) && isOutsideStory(recent)) {
            absorb(recent, event.entity(), recent.window(), Reference.Why.LEARNED);
        }
    }

    /** What was flagged is not learned, even where feedback took so many references that nothing can be scored. */
    private static boolean isOutsideStory(Recent recent) {
        return recent.story()
                .map(story -> recent.window().firstNumber() > story.latestNumber())
                .orElse(true);
    }

    /** The uncovered rest of a sequence that ends becomes a shorter reference, under the same rule. */
    private void absorbRest(Recent recent, Event next) {
        Window window = recent.window();
        SequenceRule rule = layout.watch().sequence();
        long uncovered = recent.count() - recent.coveredUpTo();
        boolean honest = Float.isNaN(recent.lastEvidence()) || recent.lastEvidence() < 0;
        if (window.events() >= rule.minimum()
                && uncovered >= rule.minimum()
                && honest
                && recent.story().isEmpty()) {
            Window rest = uncovered >= window.events() ? window : window.newest((int) uncovered);
            absorb(
                    recent,
                    next.entity(),
                    rest,
                    !Float.isNaN(recent.lastEvidence())
                            ? Reference.Why.ABSORBED
                            : recent.isVouchedFor() ? Reference.Why.ENROLLED : Reference.Why.LEARNED);
        }
    }

    private Profile absorb(Recent recent, String entity, Window window, Reference.Why why) {
        Window owned = window.copy();
        Profile profile = profileOf(entity)
                .with(new Reference(owned, why, owned.time(owned.events() - 1), recent.lastEvidence()), mostReferences);
        states.profile(entity, ProfileCodec.encode(layout, profile));
        cache.added(entity, profile, owned);
        recent.covered(owned.lastNumber(), profile.revision());
        return profile;
    }

    private Profile profileOf(String entity) {
        byte[] stored = states.profile(entity);
        return stored == null ? Profile.EMPTY : ProfileCodec.decode(layout, stored);
    }

    /** How many; asked for each event of a history, so that the references themselves are not read. */
    private int referencesOf(String entity) {
        byte[] stored = states.profile(entity);
        return stored == null ? 0 : ProfileCodec.references(stored);
    }

    private References referencesOf(String entity, Recent recent, Scorer scorer) {
        return cache.get(
                entity,
                scorer,
                recent.profileRevision(),
                () -> profileOf(entity).windows());
    }

    /** LEGITIMATE: the window of this event or alert becomes a reference, and its alert, if open, is closed. */
    public FeedbackOutcome onLegitimate(String entity, String eventOrAlertId) {
        byte[] stored = states.recent(entity);
        Optional<KeptEvidence> kept = states.kept(entity, eventOrAlertId);
        if (stored == null || kept.isEmpty()) {
            return new FeedbackOutcome.Unknown(eventOrAlertId);
        }
        KeptEvidence evidence = kept.get();
        Recent recent = RecentCodec.decode(layout, stored);
        Profile profile = profileOf(entity)
                .with(
                        new Reference(
                                evidence.window(), Reference.Why.LEGITIMATE, evidence.time(), evidence.evidence()),
                        mostReferences);
        states.profile(entity, ProfileCodec.encode(layout, profile));
        recent.covered(Math.min(recent.count(), evidence.window().lastNumber()), profile.revision());
        Optional<Alert> closed = recent.story()
                .filter(story -> story.alertId().equals(evidence.alertId()))
                .map(story -> Stories.closed(entity, story, evidence));
        closed.ifPresent(alert -> recent.story(null));
        states.recent(entity, RecentCodec.encode(recent));
        int references = profile.references().size();
        return profile.has(evidence.window().lastNumber())
                ? new FeedbackOutcome.Absorbed(references, closed)
                : new FeedbackOutcome.Outlived(references, closed);
    }

    /** FRAUD: references that reach into the window of this event or alert, or came after it, are taken out. */
    public FeedbackOutcome onFraud(String entity, String eventOrAlertId) {
        byte[] stored = states.recent(entity);
        Optional<KeptEvidence> kept = states.kept(entity, eventOrAlertId);
        if (stored == null || kept.isEmpty()) {
            return new FeedbackOutcome.Unknown(eventOrAlertId);
        }
        Recent recent = RecentCodec.decode(layout, stored);
        Profile before = profileOf(entity);
        Profile after = before.withoutSince(kept.get().window().firstNumber());
        states.profile(entity, ProfileCodec.encode(layout, after));
        // what stands in the window now came after the fraud too
        recent.covered(recent.count(), after.revision());
        states.recent(entity, RecentCodec.encode(recent));
        return new FeedbackOutcome.TakenOut(
                before.references().size() - after.references().size(),
                after.references().size());
    }
}
