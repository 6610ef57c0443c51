package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.cases.LabelledValues;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.source.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events that no label calls fraud, windows that end in one of which a label speaks, and what was labelled of values; sees each
 * event once, in order.
 */
public final class OwnEvents implements Predicate<Event> {
    private final boolean timed;
    private final List<Label> labels;
    private final Map<String, List<Label>> byEntity = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final Set<Label> met = new HashSet<>();
    private final LabelledValues values;
    private final LabelledWindows windows;
    private long leftOut;

    /** For one history of a watch, with what is known of it. */
    public OwnEvents(Layout layout, List<Label> labels) {
        this.timed = layout.watch().time().isPresent();
        this.labels = List.copyOf(labels);
        this.values = new LabelledValues(layout);
        this.windows = new LabelledWindows(layout, values);
        for (Label label : labels) {
            byEntity.computeIfAbsent(label.entity(), e -> new ArrayList<>()).add(label);
        }
    }

    @Override
    public boolean test(Event event) {
        List<Label> own = byEntity.get(event.entity());
        if (own == null) {
            return true;
        }
        // Without a time, the place among the entity's own events is the time: 1, 2, 3 ...
        long position = positions.merge(event.entity(), 1L, Long::sum);
        boolean fraud = false;
        @Nullable Label said = null;
        for (Label label : own) {
            if (label.covers(event.entity(), event.id(), timed ? event.time() : position)) {
                met.add(label);
                said = fraud ? said : label;
                fraud |= label.kind() == Label.Kind.FRAUD;
            }
        }
        if (said != null && values.isAsked()) {
            values.add(event, said.of(event.time()));
        }
        windows.add(
                event,
                fraud
                        ? Optional.of(Label.Kind.FRAUD)
                        : Optional.ofNullable(said).map(Label::kind));
        leftOut += fraud ? 1 : 0;
        return !fraud;
    }

    /** What was labelled of values so far. */
    public KnownLabels values() {
        return values;
    }

    /** Windows that end in an event of which a label speaks, so far. */
    public LabelledWindows windows() {
        return windows;
    }

    /** Events called fraud so far. */
    public long leftOut() {
        return leftOut;
    }

    /** Whether this entity, of which a label speaks, has had an event so far. */
    public boolean knows(String entity) {
        return positions.containsKey(entity);
    }

    /** Labels that no event has met so far, in their order. */
    public List<Label> unmet() {
        return labels.stream().filter(label -> !met.contains(label)).toList();
    }
}
