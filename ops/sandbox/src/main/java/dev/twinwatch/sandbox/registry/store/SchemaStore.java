package dev.twinwatch.sandbox.registry.store;

import dev.twinwatch.sandbox.registry.compatibility.CompatibilityLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the registry knows, in memory and in one file; it decides nothing. Not safe for use by several threads. */
public final class SchemaStore implements AutoCloseable {
    private static final String FILE = "registry.jsonl";

    private final Map<String, List<SubjectVersion>> subjects = new TreeMap<>();
    private final Map<Integer, String> schemas = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD;
    private final Journal journal;

    private SchemaStore(Path folder) {
        this.journal = Journal.open(folder.resolve(FILE), this::apply);
    }

    /** Opens the store in a folder that exists, with all that was stored there. */
    public static SchemaStore open(Path folder) {
        return new SchemaStore(folder);
    }

    /** Adds the next version of a subject; a schema that another subject has too keeps its id. */
    public SubjectVersion add(String subject, String schema) {
        int version = versions(subject).size() + 1;
        int id = ids.getOrDefault(schema, schemas.size() + 1);
        record(new JournalEntry.Registered(subject, version, id, schema));
        return versions(subject).get(version - 1);
    }

    /** The versions of a subject, oldest first; empty if there is no such subject. */
    public List<SubjectVersion> versions(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, List.of()));
    }

    /** The names of all subjects in alphabetical order. */
    public List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    public Optional<String> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    public CompatibilityLevel globalLevel() {
        return globalLevel;
    }

    /** The level of its own that a subject has, whether or not it has versions; empty if the global one holds. */
    public Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    /** Sets the level of one subject, or the global one if the subject is null. */
    public void setLevel(@Nullable String subject, CompatibilityLevel level) {
        record(new JournalEntry.LevelSet(subject, level));
    }

    // First the disk, then the memory: whoever is answered finds the change after a restart.
    private void record(JournalEntry entry) {
        try {
            journal.append(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("the registry cannot write its file: free disk space and try again", e);
        }
        apply(entry);
    }

    private void apply(JournalEntry entry) {
        if (entry instanceof JournalEntry.Registered registered) {
            apply(registered);
        } else if (entry instanceof JournalEntry.LevelSet levelSet) {
            apply(levelSet);
        }
    }

    private void apply(JournalEntry.Registered entry) {
        subjects.computeIfAbsent(entry.subject(), subject -> new ArrayList<>())
                .add(new SubjectVersion(entry.subject(), entry.version(), entry.id(), entry.schema()));
        schemas.put(entry.id(), entry.schema());
        ids.put(entry.schema(), entry.id());
    }

    private void apply(JournalEntry.LevelSet entry) {
        if (entry.subject() == null) {
            globalLevel = entry.level();
        } else {
            levels.put(entry.subject(), entry.level());
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
