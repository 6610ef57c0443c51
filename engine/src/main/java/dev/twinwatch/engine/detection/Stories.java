package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Severity;
import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.Story;
import java.util.List;
import java.util.Optional;

/** One alert for one story: opens it, lets it grow when its severity rises, closes it after a window of quiet. */
final class Stories {
    private Stories() {}

    /** What the newest event, already appended, does to the entity's story. */
    static Optional<Alert> follow(
            Scorer scorer, Recent recent, Event event, Comparison comparison, int references, boolean snoozed) {
        double limit = scorer.model().limit();
        float evidence = recent.lastEvidence();
        boolean flagged = evidence > limit;
        Optional<Story> open = recent.story();
        long time = timeOfNewest(recent);
        if (open.isEmpty()) {
            if (!flagged || snoozed) {
                return Optional.empty();
            }
            String id = Alert.idOf(scorer.model().layout().watch().name(), event.entity(), event.id());
            Story story = new Story(id, event.id(), recent.count(), time, 1, evidence, recent.count(), limit);
            recent.story(story);
            return Optional.of(alert(scorer, Alert.State.OPENED, story, recent, event, comparison, references));
        }
        Story before = open.get();
        if (flagged) {
            Story story = before.grown(evidence, recent.count());
            recent.story(story);
            boolean rose = Severity.of(story.peak(), limit).compareTo(Severity.of(before.peak(), limit)) > 0;
            return rose && !snoozed
                    ? Optional.of(alert(scorer, Alert.State.GROWN, story, recent, event, comparison, references))
                    : Optional.empty();
        }
        int quiet = scorer.model().layout().watch().sequence().length();
        if (recent.count() - before.latestNumber() >= quiet) {
            recent.story(null);
            return Optional.of(alert(scorer, Alert.State.CLOSED, before, recent, event, comparison, references));
        }
        return Optional.empty();
    }

    /** Where the watch has no time, the window has the position. */
    private static long timeOfNewest(Recent recent) {
        return recent.window().time(recent.window().events() - 1);
    }

    private static Alert alert(
            Scorer scorer,
            Alert.State state,
            Story story,
            Recent recent,
            Event event,
            Comparison comparison,
            int references) {
        double limit = scorer.model().limit();
        return new Alert(
                story.alertId(),
                event.entity(),
                state,
                Severity.of(story.peak(), limit),
                new Alert.EventRef(story.openingId(), story.openingTime(), story.openingNumber()),
                new Alert.EventRef(event.id(), timeOfNewest(recent), recent.count()),
                story.events(),
                recent.lastEvidence(),
                story.peak(),
                limit,
                comparison.distance(),
                references,
                state == Alert.State.CLOSED ? List.of() : Reasons.of(scorer, recent.window(), comparison));
    }

    /** The alert of a story that ends because all that is known of the entity is forgotten. */
    static Alert ended(String entity, Story story) {
        Alert.EventRef opening = new Alert.EventRef(story.openingId(), story.openingTime(), story.openingNumber());
        return new Alert(
                story.alertId(),
                entity,
                Alert.State.CLOSED,
                Severity.of(story.peak(), story.limit()),
                opening,
                opening,
                story.events(),
                story.peak(),
                story.peak(),
                story.limit(),
                0,
                0,
                List.of());
    }

    /** The alert of a story that a person ended, by the limit at its opening; nothing was compared to end it. */
    static Alert closed(String entity, Story story, KeptEvidence kept) {
        return new Alert(
                story.alertId(),
                entity,
                Alert.State.CLOSED,
                Severity.of(story.peak(), story.limit()),
                new Alert.EventRef(story.openingId(), story.openingTime(), story.openingNumber()),
                new Alert.EventRef(kept.eventId(), kept.time(), kept.window().lastNumber()),
                story.events(),
                kept.evidence(),
                story.peak(),
                story.limit(),
                0,
                0,
                List.of());
    }
}
