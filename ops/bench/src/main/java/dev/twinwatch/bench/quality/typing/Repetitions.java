package dev.twinwatch.bench.quality.typing;

import dev.twinwatch.bench.quality.encoder.SelectedRows;
import dev.twinwatch.bench.quality.table.DataException;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.NamedSequence;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.source.EventSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The repetitions of all subjects, key by key, and the parts of them that a training may see. */
final class Repetitions {
    private static final String FILE = "key_events.csv.gz";

    private final Path file;
    private final Map<String, List<List<Event>>> bySubject = new LinkedHashMap<>();

    private Repetitions(Path file) {
        this.file = file;
    }

    /** Reads those of the data's folder; throws {@link DataException} where they do not stand in their order. */
    static Repetitions read(Path folder, Layout layout) {
        Repetitions all = new Repetitions(folder.resolve(FILE));
        for (NamedSequence sequence : NamedSequence.read(all.source(), layout, RejectListener.NOBODY)) {
            List<List<Event>> own = all.bySubject.computeIfAbsent(sequence.entity(), s -> new ArrayList<>());
            own.add(sequence.events());
            if (!sequence.name().equals(String.valueOf(own.size()))) {
                throw new DataException(all.file + " has repetition " + sequence.name() + " of " + sequence.entity()
                        + " at place " + own.size() + ": repetitions must stand in their order");
            }
        }
        return all;
    }

    private EventSource source() {
        return new CsvSource(file);
    }

    /** Names of the subjects in an order drawn by a seed. */
    List<String> shuffled(long seed) {
        List<String> subjects = new ArrayList<>(bySubject.keySet());
        Collections.sort(subjects);
        Collections.shuffle(subjects, new Random(seed));
        return subjects;
    }

    /** Names of all but these. */
    Set<String> others(Set<String> subjects) {
        Set<String> others = new HashSet<>(bySubject.keySet());
        others.removeAll(subjects);
        return others;
    }

    /** What may be learned from some subjects: none of the repetitions that are used as an impostor's. */
    EventSource lessonOf(Set<String> subjects) {
        return lessonOf(subjects, Integer.MAX_VALUE);
    }

    /** The same, only the first so many of each. */
    EventSource lessonOf(Set<String> subjects, int repetitions) {
        return new SelectedRows(source(), row -> {
            int repetition = Integer.parseInt(String.valueOf(row.valueAt("repetition")));
            return subjects.contains(String.valueOf(row.valueAt("subject")))
                    && repetition > Numbers.IMPOSTOR_REPETITIONS
                    && repetition - Numbers.IMPOSTOR_REPETITIONS <= repetitions;
        });
    }

    /** All of one subject, in order of time. */
    List<List<Event>> own(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** The first ones of everybody else. */
    List<List<Event>> impostorsOf(String subject) {
        List<List<Event>> others = new ArrayList<>();
        bySubject.forEach((name, own) -> {
            if (!name.equals(subject)) {
                others.addAll(own.subList(0, Numbers.IMPOSTOR_REPETITIONS));
            }
        });
        return others;
    }
}
