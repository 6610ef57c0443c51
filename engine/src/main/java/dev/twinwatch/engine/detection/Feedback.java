package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.profile.Reference;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import dev.twinwatch.engine.recent.Story;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person's word does to the state of an entity. */
final class Feedback {
    private static final Comparator<KeptEvidence> BY_EVENTS =
            Comparator.comparingLong(kept -> kept.window().lastNumber());

    private final Layout layout;
    private final EntityStates states;
    private final Profiles profiles;

    Feedback(Layout layout, EntityStates states, Profiles profiles) {
        this.layout = layout;
        this.states = states;
        this.profiles = profiles;
    }

    FeedbackOutcome hear(String entity, Said said) {
        Words words = Words.decode(states.words(entity));
        List<KeptEvidence> about = said.ids().stream()
                .map(id -> spokenOf(entity, id))
                .filter(kept -> !kept.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<String> names = Stream.concat(said.ids().stream(), about.stream().map(KeptEvidence::eventId))
                .distinct()
                .toList();
        // an alert that grew since is the same alert: what came after it is not to be taken out by it
        if (said.ids().stream().map(words::on).allMatch(Optional.of(said.word())::equals)) {
            return new FeedbackOutcome.Repeated(said.word());
        }
        List<String> recanted = names.stream()
                .filter(name -> words.on(name).equals(Optional.of(said.word().other())))
                .toList();
        FeedbackOutcome done =
                isFromBeforeReset(words, said, about) ? ofSomebodyElse(said) : carryOut(entity, said, about);
        if (done instanceof FeedbackOutcome.Unknown) {
            // who says it again with a time or values is heard
            words.unsay(recanted);
        } else {
            words.say(said.word(), names);
        }
        states.words(entity, words.encode());
        return recanted.isEmpty()
                ? done
                : new FeedbackOutcome.Contradicted(said.word().other(), recanted, done);
    }

    /** The entity begins anew after its last event; what is said of those before changes no reference any more. */
    void reset(String entity, long lastNumber, long time) {
        Words words = Words.decode(states.words(entity));
        words.reset(lastNumber, time);
        states.words(entity, words.encode());
    }

    /** By the time only where a word goes by it: of what is kept the running number is exact. */
    private static boolean isFromBeforeReset(Words words, Said said, List<KeptEvidence> about) {
        return about.isEmpty()
                ? said.word() == Word.FRAUD
                        && said.time().isPresent()
                        && words.isTimeBeforeReset(said.time().getAsLong())
                : words.isNumberBeforeReset(about.get(about.size() - 1).lastNumber());
    }

    private static FeedbackOutcome ofSomebodyElse(Said said) {
        return said.word() == Word.FRAUD && said.byValues()
                ? new FeedbackOutcome.ByValues()
                : new FeedbackOutcome.BeforeReset();
    }

    private FeedbackOutcome carryOut(String entity, Said said, List<KeptEvidence> about) {
        byte[] stored = states.recent(entity);
        if (stored != null && !about.isEmpty()) {
            return said.word() == Word.LEGITIMATE ? absorb(entity, stored, about) : takeOut(entity, stored, about);
        }
        if (stored != null && said.word() == Word.FRAUD && said.time().isPresent()) {
            long number = profiles.of(entity).firstSince(said.time().getAsLong());
            return takeOut(entity, stored, number, List.of(number));
        }
        return said.byValues()
                ? new FeedbackOutcome.ByValues()
                : new FeedbackOutcome.Unknown(said.ids().get(0));
    }

    private FeedbackOutcome absorb(String entity, byte[] stored, List<KeptEvidence> about) {
        Recent recent = RecentCodec.decode(layout, stored);
        // the newest window of a story has most of it
        KeptEvidence kept = about.get(about.size() - 1);
        Optional<Story> ended = recent.story().filter(story -> story.alertId().equals(kept.alertId()));
        long vouchedUpTo = ended.map(story -> Math.max(story.latestNumber(), kept.lastNumber()))
                .orElse(kept.lastNumber());
        Profile profile = profiles.with(
                entity, new Reference(kept.window(), Reference.Why.LEGITIMATE, kept.time(), kept.evidence()));
        recent.covered(Math.min(recent.count(), vouchedUpTo), profile.revision());
        recent.beginAfter(vouchedUpTo);
        if (ended.isPresent()) {
            recent.story(null);
        }
        states.recent(entity, RecentCodec.encode(recent));
        int references = profile.references().size();
        Optional<Alert> closed = ended.map(story -> Stories.closed(entity, story, kept));
        return profile.has(kept.lastNumber())
                ? new FeedbackOutcome.Absorbed(references, closed)
                : new FeedbackOutcome.Outlived(references, closed);
    }

    private FeedbackOutcome takeOut(String entity, byte[] stored, List<KeptEvidence> about) {
        // the oldest window of a story is where it began
        return takeOut(
                entity,
                stored,
                about.get(0).window().firstNumber(),
                about.stream().map(KeptEvidence::lastNumber).toList());
    }

    private FeedbackOutcome takeOut(String entity, byte[] stored, long since, List<Long> frauds) {
        Profile before = profiles.of(entity);
        Profile after = before.withoutSince(since, frauds);
        profiles.put(entity, after);
        Recent recent = RecentCodec.decode(layout, stored);
        // what stands in the window now came after the fraud too
        recent.covered(recent.count(), after.revision());
        states.recent(entity, RecentCodec.encode(recent));
        return new FeedbackOutcome.TakenOut(
                before.references().size() - after.references().size(),
                after.references().size());
    }

    /** All windows of an alert, oldest first; of an event the one, or the newest where its id was used twice. */
    List<KeptEvidence> spokenOf(String entity, String eventOrAlertId) {
        List<KeptEvidence> kept =
                states.kept(entity, eventOrAlertId).stream().sorted(BY_EVENTS).toList();
        return kept.stream()
                .filter(evidence -> evidence.eventId().equals(eventOrAlertId))
                .max(BY_EVENTS)
                .map(List::of)
                .orElse(kept);
    }
}
