package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.cases.LabelledValues;
import dev.twinwatch.engine.evidence.LearnedFrauds;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.trainer.calibration.Confirmed;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.source.Label;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Windows whose newest event people spoke of. Those of frauds are as the service would have seen them: among the events of the entity
 * against which the fraud was committed, honest and not. Those of legitimate events hold no fraud.
 */
public final class LabelledWindows {
    /** Of each entity, the newest: a batch takes a few of them. */
    private static final int MOST = 64;

    private final Layout layout;
    private final LabelledValues labels;
    private final Map<String, Recent> recent = new HashMap<>();
    private final Map<String, Long> lastFraud = new HashMap<>();
    private final Map<String, Deque<Window>> frauds = new HashMap<>();
    private final Map<String, Deque<Window>> legitimate = new HashMap<>();

    /** For one watch, with what labels say of the values of events, all known once the last event was added. */
    LabelledWindows(Layout layout, LabelledValues labels) {
        this.layout = layout;
        this.labels = labels;
    }

    /**
     * One event of an entity of which any label speaks, in order.
     *
     * @param said what labels say of it; empty where they say nothing
     */
    void add(Event event, Optional<Label.Kind> said) {
        Recent own = recent.computeIfAbsent(event.entity(), entity -> new Recent(layout));
        if (own.startsNewSequence(event)) {
            own.beginSequence();
        }
        own.append(event);
        if (said.isEmpty() || own.window().events() < layout.watch().sequence().minimum()) {
            return;
        }
        if (said.get() == Label.Kind.FRAUD) {
            lastFraud.put(event.entity(), own.count());
            keep(frauds, event.entity(), own.window());
        } else if (!own.window().holds(lastFraud.getOrDefault(event.entity(), 0L))) {
            keep(legitimate, event.entity(), own.window());
        }
    }

    private static void keep(Map<String, Deque<Window>> where, String entity, Window window) {
        Deque<Window> kept = where.computeIfAbsent(entity, e -> new ArrayDeque<>());
        kept.addLast(window.copy());
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    /** Frauds against one entity, oldest first. */
    List<Window> fraudsAgainst(String entity) {
        return of(frauds, entity);
    }

    /** What one entity was asked about and did itself, oldest first. */
    List<Window> legitimateOf(String entity) {
        return of(legitimate, entity);
    }

    private List<Window> of(Map<String, Deque<Window>> where, String entity) {
        return where.getOrDefault(entity, new ArrayDeque<>()).stream()
                .map(labels::asKnown)
                .toList();
    }

    /** What they teach of whoever did it. */
    public LearnedFrauds learned() {
        Map<String, List<Window>> byEntity = new TreeMap<>();
        frauds.keySet().forEach(entity -> byEntity.put(entity, fraudsAgainst(entity)));
        return LearnedFrauds.of(layout, byEntity);
    }

    /** With the histories of those against whom frauds were committed. */
    Confirmed among(List<EntityHistory> histories) {
        return new Confirmed(
                labels,
                histories.stream()
                        .filter(history -> frauds.containsKey(history.entity()))
                        .map(history -> new Confirmed.Defrauded(history, fraudsAgainst(history.entity())))
                        .toList());
    }
}
