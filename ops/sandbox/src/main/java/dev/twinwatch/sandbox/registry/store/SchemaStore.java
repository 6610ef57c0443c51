package dev.twinwatch.sandbox.registry.store;

import dev.twinwatch.sandbox.registry.compatibility.CompatibilityLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the registry knows, in memory and in one file; it decides nothing. Not safe for use by several threads. */
public final class SchemaStore implements AutoCloseable {
    private static final String FILE = "registry.jsonl";

    private final Versions versions = new Versions();
    private final Scoped<CompatibilityLevel> levels = new Scoped<>(CompatibilityLevel.BACKWARD);
    private final Scoped<Mode> modes = new Scoped<>(Mode.READWRITE);
    private final Journal journal;

    private SchemaStore(Path folder) {
        this.journal = Journal.open(folder.resolve(FILE), this::apply);
    }

    /** Opens the store in a folder that exists, with all that was stored there. */
    public static SchemaStore open(Path folder) {
        return new SchemaStore(folder);
    }

    /** Adds the next version of a subject; a schema that another version has too keeps its id. */
    public SubjectVersion add(String subject, StoredSchema schema) {
        return add(subject, versions.nextVersion(subject), versions.idFor(schema), schema);
    }

    /** Adds a version under a number and an id that were given elsewhere. */
    public SubjectVersion add(String subject, int version, int id, StoredSchema schema) {
        var entry = new JournalEntry.Registered(subject, version, id, schema.text(), schema.references());
        record(entry);
        return entry.asVersion();
    }

    /** The number that the next version of a subject gets. */
    public int nextVersion(String subject) {
        return versions.nextVersion(subject);
    }

    /** Hides a version of a subject, or forgets it for good. */
    public void delete(SubjectVersion version, boolean permanent) {
        record(new JournalEntry.Deleted(version.subject(), version.version(), permanent));
    }

    /** The versions of a subject, oldest first, those that are hidden included. */
    public List<SubjectVersion> versions(String subject) {
        return versions.of(subject);
    }

    /** All versions of all subjects, by subject in alphabetical order and then oldest first, hidden ones included. */
    public List<SubjectVersion> versions() {
        return versions.all();
    }

    /** What the id stands for; also if all versions with it are hidden. */
    public Optional<StoredSchema> schema(int id) {
        return versions.schema(id);
    }

    public CompatibilityLevel globalLevel() {
        return levels.global();
    }

    /** The level of its own that a subject has, whether or not it has versions; empty if the global one holds. */
    public Optional<CompatibilityLevel> level(String subject) {
        return levels.of(subject);
    }

    /** Sets the level of one subject, or the global one if the subject is null; null takes it back. */
    public void setLevel(@Nullable String subject, @Nullable CompatibilityLevel level) {
        record(new JournalEntry.LevelSet(subject, level));
    }

    public Mode globalMode() {
        return modes.global();
    }

    /** The mode of its own that a subject has; empty if the global one holds. */
    public Optional<Mode> mode(String subject) {
        return modes.of(subject);
    }

    /** Sets the mode of one subject, or the global one if the subject is null; null takes it back. */
    public void setMode(@Nullable String subject, @Nullable Mode mode) {
        record(new JournalEntry.ModeSet(subject, mode));
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
            versions.put(registered.asVersion());
        } else if (entry instanceof JournalEntry.Deleted deleted) {
            apply(deleted);
        } else if (entry instanceof JournalEntry.LevelSet set) {
            levels.set(set.subject(), set.level());
        } else if (entry instanceof JournalEntry.ModeSet set) {
            modes.set(set.subject(), set.mode());
        }
    }

    private void apply(JournalEntry.Deleted entry) {
        if (entry.permanent()) {
            versions.remove(entry.subject(), entry.version());
            return;
        }
        versions.of(entry.subject()).stream()
                .filter(known -> known.version() == entry.version())
                .forEach(known -> versions.put(known.asDeleted()));
    }

    @Override
    public void close() {
        journal.close();
    }
}
