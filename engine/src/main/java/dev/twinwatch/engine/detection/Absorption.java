package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.Reference;
import dev.twinwatch.engine.recent.Recent;
import org.jspecify.annotations.Nullable;

/**
 * Which windows become references. No event is in two of them; what was scored must have said by its own evidence that it is
 * the same entity, and what could not be scored must lie outside an alert.
 */
final class Absorption {
    private static final long DAY = 86_400_000_000L;
    /** So many references may move on by themselves in a day, half of what the service keeps: nobody is replaced overnight. */
    private static final int MOST_A_DAY = Detector.KEPT_REFERENCES / 2;
    /** So many newer references make a state of its own: one that is a window old would restore next to nothing. */
    private static final int NEW_IN_GOOD = Detector.KEPT_REFERENCES / 4;
    /** Windows before an alert that were absorbed on probation: a takeover seldom begins with its first flagged event. */
    private static final int PROBATION = 2;

    private final Profiles profiles;

    Absorption(Profiles profiles) {
        this.profiles = profiles;
    }

    /** When an alert opened: what was absorbed just before may have been part of it. */
    void ofOpened(Recent recent, String entity, int references) {
        if (references > Detector.LEAST_REFERENCES) {
            long length = recent.window().layout().watch().sequence().length();
            profiles.withoutNewest(recent, entity, recent.count() - PROBATION * length + 1);
        }
    }

    /**
     * After an event that its sender vouches for. Where he does not vouch for the whole window, the rest of it was judged by
     * itself if the entity is known, and one vouched event must not make up for what was unlike it.
     */
    void ofVouched(Recent recent, String entity) {
        if (recent.isVouchedFor() && isDue(recent)) {
            profiles.absorb(recent, entity, recent.window(), Reference.Why.ENROLLED, Float.NaN);
        } else if (profiles.references(entity) < Detector.LEAST_REFERENCES) {
            ofUnscored(recent, entity);
        } else if (isDue(recent)) {
            recent.covered(recent.window().lastNumber(), recent.profileRevision());
        }
    }

    /** After an event that could not be scored. */
    void ofUnscored(Recent recent, String entity) {
        if (isDue(recent) && isOutsideStory(recent, recent.window())) {
            profiles.absorb(recent, entity, recent.window(), Reference.Why.LEARNED, Float.NaN);
        }
    }

    /**
     * After an event that was scored by so few references that their word is not enough. The first window is the entity's own
     * whatever it looks like, as there is nothing else to start from; an alert says so where hardly anyone behaves like that.
     *
     * @return whether its window was absorbed
     */
    boolean ofYoung(Recent recent, String entity, int references) {
        boolean absorbs = isDue(recent) && (references == 0 || recent.story().isEmpty());
        if (absorbs) {
            profiles.absorb(recent, entity, recent.window(), Reference.Why.LEARNED, recent.lastEvidence());
        }
        return absorbs;
    }

    /**
     * After an event that was scored by so many references.
     *
     * @return whether its window was absorbed
     */
    boolean ofScored(Recent recent, String entity, int references) {
        boolean absorbs =
                recent.lastEvidence() < 0 && isDue(recent) && recent.story().isEmpty() && mayMoveOn(recent, references);
        if (absorbs) {
            keepAsGood(recent, entity);
            recent.absorbedAt(timeOfNewest(recent));
            profiles.absorb(recent, entity, recent.window(), Reference.Why.ABSORBED, recent.lastEvidence());
        }
        return absorbs;
    }

    /** Where time is known, an entity that is known well moves on in steps; between two of them newer windows wait. */
    private static boolean mayMoveOn(Recent recent, int references) {
        return references < MOST_A_DAY
                || !recent.window().layout().watch().hasCalendar()
                || recent.absorbedAt() == Long.MIN_VALUE
                || isByWrongClock(recent, recent.absorbedAt())
                || timeOfNewest(recent) - recent.absorbedAt() >= DAY / MOST_A_DAY;
    }

    /** What was noted further ahead than a leap came from a wrong clock: until then nothing would be learned. */
    private static boolean isByWrongClock(Recent recent, long noted) {
        return noted - timeOfNewest(recent) > recent.window().layout().watch().leap();
    }

    /**
     * At most once a day, and not before a quarter of the references are newer than the state that is kept; once for each full
     * profile where time is not known.
     */
    private void keepAsGood(Recent recent, String entity) {
        boolean calendar = recent.window().layout().watch().hasCalendar();
        long now = calendar ? timeOfNewest(recent) : recent.count();
        if (recent.goodAt() == Long.MIN_VALUE
                || (calendar ? isOfAnotherDay(recent, entity) : isOfAnotherProfile(recent))) {
            profiles.keepAsGood(entity);
            recent.goodAt(now);
        }
    }

    private boolean isOfAnotherDay(Recent recent, String entity) {
        return isByWrongClock(recent, recent.goodAt())
                || (timeOfNewest(recent) - recent.goodAt() >= DAY
                        && profiles.absorbedSince(entity, recent.goodAt()) >= NEW_IN_GOOD);
    }

    private static boolean isOfAnotherProfile(Recent recent) {
        long length = recent.window().layout().watch().sequence().length();
        return recent.count() - recent.goodAt() >= Detector.KEPT_REFERENCES * length;
    }

    private static long timeOfNewest(Recent recent) {
        return recent.window().time(recent.window().events() - 1);
    }

    /** At the end of a sequence: what no reference covers yet becomes a shorter one, under the same rule. */
    void ofRest(@Nullable Scorer scorer, Recent recent, String entity) {
        Window window = recent.window();
        int events = (int) Math.min(window.events(), recent.count() - recent.coveredUpTo());
        if (events < window.layout().watch().sequence().minimum()) {
            return;
        }
        Window rest = window.newest(events);
        if (recent.isVouchedFor()) {
            profiles.absorb(recent, entity, rest, Reference.Why.ENROLLED, Float.NaN);
            return;
        }
        float evidence = evidenceOf(rest, scorer, recent, entity);
        if (Float.isNaN(evidence)) {
            if (isOutsideStory(recent, rest)) {
                profiles.absorb(recent, entity, rest, Reference.Why.LEARNED, evidence);
            }
        } else if (evidence < 0 && recent.story().isEmpty() && mayMoveOn(recent, profiles.references(entity))) {
            keepAsGood(recent, entity);
            recent.absorbedAt(timeOfNewest(recent));
            profiles.absorb(recent, entity, rest, Reference.Why.ABSORBED, evidence);
        }
    }

    /** NaN where there is too little to compare with. */
    private float evidenceOf(Window rest, @Nullable Scorer scorer, Recent recent, String entity) {
        if (scorer == null) {
            return Float.NaN;
        }
        References references = profiles.seenBy(scorer, entity, recent);
        if (references.endingBefore(rest.firstNumber()) < Detector.LEAST_REFERENCES) {
            return Float.NaN;
        }
        boolean wasScored = rest.events() == recent.window().events() && !Float.isNaN(recent.lastEvidence());
        return wasScored
                ? recent.lastEvidence()
                : (float) scorer.compare(rest.without(references.lacking()), references)
                        .evidence();
    }

    /** A full window of events that no reference covers yet. */
    private static boolean isDue(Recent recent) {
        Window window = recent.window();
        return window.events() == window.layout().watch().sequence().length()
                && window.firstNumber() > recent.coveredUpTo();
    }

    /** What was flagged is not learned, even where feedback took so many references that nothing can be scored. */
    private static boolean isOutsideStory(Recent recent, Window window) {
        return recent.story()
                .map(story -> window.firstNumber() > story.latestNumber())
                .orElse(true);
    }
}
