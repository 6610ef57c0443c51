package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Likeness;
import dev.twinwatch.engine.alert.Severity;
import dev.twinwatch.engine.alert.Stake;
import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.explanation.Explanation;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.Story;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One alert for one story: opens it, lets it grow when its severity rises, closes it after a window of quiet. */
final class Stories {
    /** Of a story that is over. */
    private static final Explanation NOTHING = new Explanation(List.of(), Likeness.UNKNOWN);

    private Stories() {}

    /**
     * What the newest event, already appended, does to the entity's story.
     *
     * @param limit in force
     * @param snoozed whether nobody wants to be told of more
     * @param why asked only where somebody is told
     */
    static Optional<Alert> follow(
            Scorer scorer,
            Recent recent,
            Event event,
            Comparison comparison,
            double limit,
            int references,
            boolean snoozed,
            Supplier<Explanation> why) {
        float evidence = (float) comparison.urgency();
        boolean flagged = evidence > limit;
        Optional<Story> open = recent.story();
        long time = timeOfNewest(recent);
        if (open.isEmpty()) {
            if (!flagged || snoozed) {
                return Optional.empty();
            }
            String id = Alert.idOf(scorer.model().layout().watch().name(), event.entity(), event.id());
            Story story = Story.opened(id, event.id(), recent.count(), time, evidence, limit);
            recent.story(story);
            return Optional.of(
                    alert(Alert.State.OPENED, story, recent, event, limit, comparison, references, why.get()));
        }
        Story before = open.get();
        if (flagged) {
            Story story = before.grown(evidence, recent.count(), event.id(), time);
            recent.story(story);
            return severity(story).compareTo(severity(before)) > 0 && !snoozed
                    ? Optional.of(
                            alert(Alert.State.GROWN, story, recent, event, limit, comparison, references, why.get()))
                    : Optional.empty();
        }
        int quiet = scorer.model().layout().watch().sequence().length();
        if (recent.count() - before.latestNumber() >= quiet) {
            recent.story(null);
            return Optional.of(
                    alert(Alert.State.CLOSED, before, recent, event, limit, comparison, references, NOTHING));
        }
        return Optional.empty();
    }

    /** Where the watch has no time, the window has the position. */
    private static long timeOfNewest(Recent recent) {
        return recent.window().time(recent.window().events() - 1);
    }

    /** By the limit at opening: it may be another one since, and what was said to be urgent stays so. */
    private static Severity severity(Story story) {
        return Severity.of(story.peak(), story.limit());
    }

    private static Alert alert(
            Alert.State state,
            Story story,
            Recent recent,
            Event event,
            double limit,
            Comparison comparison,
            int references,
            Explanation why) {
        return new Alert(
                story.alertId(),
                event.entity(),
                state,
                severity(story),
                opening(story),
                latest(story),
                story.events(),
                (float) comparison.urgency(),
                story.peak(),
                limit,
                comparison.distance(),
                references,
                why.reasons(),
                why.likeness(),
                state == Alert.State.CLOSED ? Optional.empty() : stake(recent, comparison, limit));
    }

    /** Empty where the watch names no amount. */
    private static Optional<Stake> stake(Recent recent, Comparison comparison, double limit) {
        Window window = recent.window();
        int field = window.layout()
                .numbers()
                .indexOf(window.layout().watch().alerts().amount());
        return field < 0
                ? Optional.empty()
                : Optional.of(Stake.of(window.number(window.events() - 1, field), comparison.evidence(), limit));
    }

    /** The alert of a story that ends because all that is known of the entity is forgotten. */
    static Alert ended(String entity, Story story) {
        return new Alert(
                story.alertId(),
                entity,
                Alert.State.CLOSED,
                severity(story),
                opening(story),
                latest(story),
                story.events(),
                story.peak(),
                story.peak(),
                story.limit(),
                0,
                0,
                NOTHING.reasons(),
                NOTHING.likeness(),
                Optional.empty());
    }

    /** The alert of a story that a person ended, by the limit at its opening; nothing was compared to end it. */
    static Alert closed(String entity, Story story, KeptEvidence kept) {
        return new Alert(
                story.alertId(),
                entity,
                Alert.State.CLOSED,
                severity(story),
                opening(story),
                latest(story),
                story.events(),
                kept.evidence(),
                story.peak(),
                story.limit(),
                0,
                0,
                NOTHING.reasons(),
                NOTHING.likeness(),
                Optional.empty());
    }

    private static Alert.EventRef opening(Story story) {
        return new Alert.EventRef(story.openingId(), story.openingTime(), story.openingNumber());
    }

    private static Alert.EventRef latest(Story story) {
        return new Alert.EventRef(story.latestId(), story.latestTime(), story.latestNumber());
    }
}
