package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.profile.ProfileCodec;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import dev.twinwatch.engine.recent.ShadowStory;
import dev.twinwatch.engine.recent.Story;
import java.util.Optional;

/**
 * Says what another model would make of the events that a {@link Detector} decides: the same windows against the same references,
 * with limit and alerts of its own. References follow the model that decides, and nothing that decides is changed.
 */
public final class ShadowDetector {
    private final Layout layout;
    private final EntityStates states;
    private final KnownLabels labels;
    private final ReferenceCache cache = new ReferenceCache(Detector.KEPT_REFERENCES);
    private final byte[] slots;

    /** For the entities whose states are kept there. */
    public ShadowDetector(Layout layout, EntityStates states, KnownLabels labels) {
        this.layout = layout;
        this.states = states;
        this.labels = labels;
        this.slots = Recent.newSlots(layout);
    }

    /**
     * What the model would say of an event that is about to be decided; empty where it would say nothing: the event was seen
     * before, is late, is history, ends with an order, or too little is known.
     *
     * @param scorer of that model
     * @param model SHA-256 of its bundle
     */
    public Optional<Shadowed> beforeEvent(Scorer scorer, String model, Event event, Orders orders) {
        byte[] stored = states.recent(event.entity());
        if (stored == null || event.origin().enrol()) {
            return Optional.empty();
        }
        Recent recent = RecentCodec.decode(layout, stored, slots);
        Order order = orders.of(event.entity());
        if (recent.hasSeen(event) || recent.lateBy(event) > 0 || order.revision() > recent.renewals()) {
            return Optional.empty();
        }
        if (recent.startsNewSequence(event)) {
            recent.beginSequence();
        }
        recent.append(event, labels);
        Window window = recent.window();
        if (window.events() < layout.watch().sequence().minimum()) {
            return Optional.empty();
        }
        References references = cache.get(event.entity(), scorer, recent, () -> profile(event.entity()));
        int counting = references.endingBefore(window.firstNumber());
        if (Detector.missing(layout, scorer.model().confidence(), window, counting)
                .isPresent()) {
            return Optional.empty();
        }
        float urgency = (float) scorer.compareNext(window.without(references.lacking()), references)
                .urgency();
        boolean snoozed = event.time() < order.snoozedUntil();
        return Optional.of(follow(scorer, model, recent, event, urgency, snoozed));
    }

    private Profile profile(String entity) {
        byte[] stored = states.profile(entity);
        return stored == null ? Profile.EMPTY : ProfileCodec.decode(layout, stored);
    }

    private Shadowed follow(Scorer scorer, String model, Recent recent, Event event, float evidence, boolean snoozed) {
        double limit = scorer.model().limit();
        boolean flagged = evidence > limit;
        String entity = event.entity();
        Optional<Story> open = Optional.ofNullable(states.shadow(entity))
                .map(ShadowStory::decode)
                .filter(shadow -> shadow.model().equals(model))
                .map(ShadowStory::story);
        long time = recent.window().time(recent.window().events() - 1);
        if (flagged && (open.isPresent() || !snoozed)) {
            String id = Alert.idOf(layout.watch().name(), entity, event.id());
            Story story = open.map(before -> before.grown(evidence, recent.count(), event.id(), time))
                    .orElseGet(() -> Story.opened(id, event.id(), recent.count(), time, evidence, limit));
            states.shadow(entity, new ShadowStory(model, story).encode());
            return new Shadowed(model, evidence, limit, true, story.alertId(), open.isEmpty());
        }
        if (open.isPresent() && isOver(open.get(), recent)) {
            states.shadow(entity, null);
            return new Shadowed(model, evidence, limit, flagged, "", false);
        }
        return new Shadowed(
                model, evidence, limit, flagged, open.map(Story::alertId).orElse(""), false);
    }

    private boolean isOver(Story story, Recent recent) {
        return recent.count() - story.latestNumber()
                >= layout.watch().sequence().length();
    }
}
