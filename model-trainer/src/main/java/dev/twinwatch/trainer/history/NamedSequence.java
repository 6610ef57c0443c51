package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.watch.SequenceRule;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A sequence of an entity under the name that the data gives it.
 *
 * @param entity whose
 * @param name value of the watch's `by:` field, or the running number of the sequence within the entity
 * @param events in order
 */
public record NamedSequence(String entity, String name, List<Event> events) {
    public NamedSequence {
        events = List.copyOf(events);
    }

    /** The name together with its entity: unique where the name alone is not. */
    public String fullName() {
        return entity + "/" + name;
    }

    /** All sequences of a source, in the order of their first events; rows that are no events are told to the listener. */
    public static List<NamedSequence> read(EventSource source, Layout layout, RejectListener rejects) {
        return read(source, layout, event -> true, rejects);
    }

    /** As above, without the events that are not wanted; they count for where a sequence begins all the same. */
    public static List<NamedSequence> read(
            EventSource source, Layout layout, Predicate<Event> wanted, RejectListener rejects) {
        source.require(WatchedFields.of(layout));
        Grouping grouping = new Grouping(source, layout, wanted, rejects);
        source.forEach(grouping);
        if (grouping.sequences.isEmpty()) {
            throw new HistoryException(source.name() + " has no event of watch "
                    + layout.watch().name() + ": compare the fields of the watch with the data");
        }
        return grouping.sequences.entrySet().stream()
                .map(e -> new NamedSequence(e.getKey().entity(), e.getKey().name(), e.getValue()))
                .toList();
    }

    private record Key(String entity, String name) {}

    private static final class Grouping implements RecordVisitor {
        private final EventSource source;
        private final SequenceRule rule;
        private final boolean timed;
        private final EventReader reader;
        private final Predicate<Event> wanted;
        private final RejectListener rejects;
        private final Map<Key, List<Event>> sequences = new LinkedHashMap<>();
        private final Map<String, Integer> running = new HashMap<>();
        private final Map<String, Long> newest = new HashMap<>();

        Grouping(EventSource source, Layout layout, Predicate<Event> wanted, RejectListener rejects) {
            this.source = source;
            this.rule = layout.watch().sequence();
            this.timed = layout.watch().time().isPresent();
            this.reader = new EventReader(layout);
            this.wanted = wanted;
            this.rejects = rejects;
        }

        @Override
        public void record(Fields fields, Origin origin) {
            Reading reading = reader.read(fields, origin);
            if (reading instanceof Reading.Understood understood) {
                Event event = understood.event();
                Key key = new Key(event.entity(), rule.ends() ? byValue(fields) : runningNumber(event));
                if (wanted.test(event)) {
                    sequences.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
                }
            } else if (reading instanceof Reading.Unreadable no) {
                unreadable(source.place(origin) + ": " + no.reason(), origin);
            }
        }

        private String byValue(Fields fields) {
            return String.valueOf(fields.valueAt(rule.by()));
        }

        private String runningNumber(Event event) {
            long before = newest.getOrDefault(event.entity(), event.time());
            boolean gap = timed && rule.gap() != Long.MAX_VALUE && event.time() - before > rule.gap();
            newest.put(event.entity(), Math.max(before, event.time()));
            return String.valueOf(running.merge(event.entity(), 1, (old, one) -> gap ? old + 1 : old));
        }

        @Override
        public void unreadable(String reason, Origin origin) {
            rejects.rejected(reason, source.text());
        }
    }
}
