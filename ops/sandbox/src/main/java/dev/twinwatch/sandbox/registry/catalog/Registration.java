package dev.twinwatch.sandbox.registry.catalog;

import dev.twinwatch.sandbox.registry.store.Mode;
import dev.twinwatch.sandbox.registry.store.SchemaStore;
import dev.twinwatch.sandbox.registry.store.StoredSchema;
import dev.twinwatch.sandbox.registry.store.SubjectVersion;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** How a schema becomes a version of a subject, and what would speak against it. */
public final class Registration {
    private final SchemaStore store;
    private final Catalog catalog;
    private final References references;
    private final Levels levels;
    private final Modes modes;

    public Registration(SchemaStore store, Catalog catalog, Levels levels, Modes modes) {
        this.store = store;
        this.catalog = catalog;
        this.references = new References(store);
        this.levels = levels;
        this.modes = modes;
    }

    /**
     * Gives the schema to the subject as its next version, or finds the version that it already is.
     *
     * @throws RefusedException if the text is no schema, not compatible with the earlier ones, or the subject may not be
     *     changed (42201, 409, 42205)
     */
    public SubjectVersion register(String subject, Candidate candidate) {
        AvroText schema = references.parse(candidate);
        Optional<SubjectVersion> known = find(visible(subject), schema.stored());
        if (known.isPresent()) {
            return known.get();
        }
        modes.require(subject, Mode.READWRITE);
        List<String> problems = levels.levelOf(subject).problems(schema.schema(), schemas(visible(subject)));
        if (!problems.isEmpty()) {
            throw RefusedException.incompatible(subject, problems);
        }
        return store.add(subject, schema.stored());
    }

    /**
     * Takes over a version with the id, and the number if there is one, that another registry gave it.
     *
     * @param version 0 for the next number
     * @throws RefusedException if the text is no schema, the subject is not in mode IMPORT, or the id or the number
     *     stands for another schema (42201, 42205)
     */
    public SubjectVersion take(String subject, Candidate candidate, int id, int version) {
        AvroText schema = references.parse(candidate);
        modes.require(subject, Mode.IMPORT);
        int number = version > 0 ? version : store.nextVersion(subject);
        Optional<StoredSchema> ofId = store.schema(id);
        if (ofId.isPresent() && !ofId.get().equals(schema.stored())) {
            throw RefusedException.notPermitted("Overwrite new schema with id " + id + " is not permitted.");
        }
        Optional<SubjectVersion> ofNumber = new VersionNumber(number).of(store.versions(subject));
        if (ofNumber.isPresent() && !ofNumber.get().schema().equals(schema.stored())) {
            throw RefusedException.notPermitted(
                    "Version " + number + " of subject " + subject + " is another schema already");
        }
        return store.add(subject, number, id, schema.stored());
    }

    /** The version of the subject that has this schema (40401, 40403, 42201 otherwise). */
    public SubjectVersion lookUp(String subject, Candidate candidate, boolean withDeleted) {
        List<SubjectVersion> versions = catalog.versions(subject, withDeleted);
        return find(versions, references.parse(candidate).stored()).orElseThrow(RefusedException::schemaNotFound);
    }

    /**
     * What would speak against registering the schema if only the given version existed; empty if nothing. A subject
     * without versions has no latest one, and nothing speaks against its first.
     */
    public List<String> problems(String subject, VersionNumber version, Candidate candidate) {
        AvroText schema = references.parse(candidate);
        Optional<SubjectVersion> found = version.of(visible(subject));
        if (found.isEmpty() && !version.isLatest()) {
            throw RefusedException.versionNotFound(version);
        }
        return levels.levelOf(subject)
                .problems(schema.schema(), schemas(found.stream().toList()));
    }

    /** What would speak against registering the schema now; empty if nothing. */
    public List<String> problems(String subject, Candidate candidate) {
        AvroText schema = references.parse(candidate);
        return levels.levelOf(subject).problems(schema.schema(), schemas(visible(subject)));
    }

    private List<SubjectVersion> visible(String subject) {
        return store.versions(subject).stream()
                .filter(version -> !version.deleted())
                .toList();
    }

    private static Optional<SubjectVersion> find(List<SubjectVersion> versions, StoredSchema schema) {
        return versions.stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst();
    }

    private List<Schema> schemas(List<SubjectVersion> versions) {
        return versions.stream()
                .map(version -> references.parse(version.schema()))
                .toList();
    }
}
