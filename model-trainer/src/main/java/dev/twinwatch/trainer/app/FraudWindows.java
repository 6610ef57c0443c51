package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.cases.LabelledValues;
import dev.twinwatch.engine.evidence.LearnedFrauds;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.trainer.calibration.Confirmed;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Windows whose newest event is called fraud, as the service would have seen them: among the events of the entity against which
 * the fraud was committed, honest and not.
 */
public final class FraudWindows {
    /** Of each entity, the newest: a batch takes a few of them. */
    private static final int MOST = 64;

    private final Layout layout;
    private final LabelledValues labels;
    private final Map<String, Recent> recent = new HashMap<>();
    private final Map<String, Deque<Window>> windows = new HashMap<>();

    /** For one watch, with what labels say of the values of events, all known once the last event was added. */
    FraudWindows(Layout layout, LabelledValues labels) {
        this.layout = layout;
        this.labels = labels;
    }

    /** One event of an entity of which any event is called fraud, in order. */
    void add(Event event, boolean fraud) {
        Recent own = recent.computeIfAbsent(event.entity(), entity -> new Recent(layout));
        if (own.startsNewSequence(event)) {
            own.beginSequence();
        }
        own.append(event);
        if (fraud && own.window().events() >= layout.watch().sequence().minimum()) {
            Deque<Window> kept = windows.computeIfAbsent(event.entity(), entity -> new ArrayDeque<>());
            kept.addLast(own.window().copy());
            if (kept.size() > MOST) {
                kept.removeFirst();
            }
        }
    }

    /** Those of one entity, oldest first. */
    List<Window> of(String entity) {
        return windows.getOrDefault(entity, new ArrayDeque<>()).stream()
                .map(labels::asKnown)
                .toList();
    }

    /** What they teach of whoever did it. */
    public LearnedFrauds learned() {
        Map<String, List<Window>> byEntity = new TreeMap<>();
        windows.keySet().forEach(entity -> byEntity.put(entity, of(entity)));
        return LearnedFrauds.of(layout, byEntity);
    }

    /** With the histories of those against whom frauds were committed. */
    Confirmed among(List<EntityHistory> histories) {
        return new Confirmed(
                labels,
                histories.stream()
                        .filter(history -> windows.containsKey(history.entity()))
                        .map(history -> new Confirmed.Defrauded(history, of(history.entity())))
                        .toList());
    }
}
