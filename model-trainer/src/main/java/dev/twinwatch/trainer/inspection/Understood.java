package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.HistoryStore;
import dev.twinwatch.trainer.history.ReadingProgress;
import dev.twinwatch.trainer.history.WatchedFields;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.ListedFields;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events read through a watch, exactly as training and service read them, together with what stands in their fields. */
final class Understood implements RecordVisitor, AutoCloseable {
    private static final int SHOWN_PROBLEMS = 5;
    private static final int CLOSELY = 2_000;

    private final EventSource source;
    private final EventReader reader;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, HabitCount> habits = new LinkedHashMap<>();
    private final HistoryStore store;
    private final Set<String> seenPaths = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private long records;
    private long events;

    private Understood(EventSource source, Layout layout) {
        this.source = source;
        this.reader = new EventReader(layout);
        this.store = new HistoryStore(layout, Path.of(System.getProperty("java.io.tmpdir")));
        for (String path : WatchedFields.of(layout)) {
            columns.put(path, new Column(path));
            habits.put(path, new HabitCount());
        }
    }

    static Understood of(EventSource source, Layout layout) {
        Understood understood = new Understood(source, layout);
        try {
            source.forEach(understood);
            return understood;
        } catch (RuntimeException | Error e) {
            understood.close();
            throw e;
        }
    }

    @Override
    public void record(Fields fields, Origin origin) {
        records++;
        if (fields instanceof ListedFields listed) {
            seenPaths.addAll(listed.paths());
        }
        Reading reading = reader.read(fields, origin);
        if (reading instanceof Reading.Understood event) {
            keep(event.event());
            look(fields, event.event().entity());
        } else if (reading instanceof Reading.Unreadable no) {
            problem(source.place(origin) + ": " + no.reason());
        }
    }

    private void keep(Event event) {
        events++;
        store.add(event);
    }

    private void look(Fields fields, String entity) {
        for (Map.Entry<String, Column> watched : columns.entrySet()) {
            Object value = fields.valueAt(watched.getKey());
            if (value != null && !value.toString().isBlank()) {
                watched.getValue().add(value);
                HabitCount habit = habits.get(watched.getKey());
                if (habit != null && store.size() <= CLOSELY) {
                    habit.add(entity, value);
                }
            }
        }
    }

    @Override
    public void unreadable(String reason, Origin origin) {
        records++;
        problem(reason);
    }

    private void problem(String reason) {
        if (problems.size() < SHOWN_PROBLEMS) {
            problems.add(reason);
        }
    }

    String source() {
        return source.name();
    }

    /** Records read, those that are no events included. */
    long records() {
        return records;
    }

    long events() {
        return events;
    }

    /** The first reasons why records are no events, each with its place. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Paths that the watch names and no record has. */
    List<String> missingPaths() {
        return columns.keySet().stream()
                .filter(path -> !seenPaths.contains(path))
                .toList();
    }

    List<String> seenPaths() {
        return List.copyOf(seenPaths);
    }

    /** What stands in a field of the watch, in the records that are events. */
    Column column(String path) {
        return columns.computeIfAbsent(path, Column::new);
    }

    Habit habit(String path) {
        HabitCount count = habits.get(path);
        return count == null ? Habit.NONE : count.habit();
    }

    /** All events by entity, until this is closed. Ends the reading. */
    List<EntityHistory> entities() {
        return store.entities(ReadingProgress.SILENT);
    }

    @Override
    public void close() {
        store.close();
    }
}
