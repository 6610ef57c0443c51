package dev.twinwatch.sandbox.registry.catalog;

import dev.twinwatch.sandbox.registry.compatibility.CompatibilityLevel;
import dev.twinwatch.sandbox.registry.store.SchemaStore;
import dev.twinwatch.sandbox.registry.store.SubjectVersion;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** The rules of the registry over what it stores; one request at a time, so that ids and versions have no gaps. */
public final class Catalog {
    private final SchemaStore store;

    public Catalog(SchemaStore store) {
        this.store = store;
    }

    /**
     * Gives the schema to the subject as its next version, or finds the version that it already is.
     *
     * @throws RefusedException if the text is no schema, or not compatible with the earlier ones (42201, 409)
     */
    public synchronized SubjectVersion register(String subject, String schemaText) {
        AvroText candidate = AvroText.parse(schemaText);
        Optional<SubjectVersion> known = find(subject, candidate);
        if (known.isPresent()) {
            return known.get();
        }
        List<String> problems = levelOf(subject).problems(candidate.schema(), schemas(store.versions(subject)));
        if (!problems.isEmpty()) {
            throw RefusedException.incompatible(subject, problems);
        }
        return store.add(subject, candidate.text());
    }

    /** The version of the subject that has this schema (40401, 40403, 42201 otherwise). */
    public synchronized SubjectVersion lookUp(String subject, String schemaText) {
        requireVersions(subject);
        return find(subject, AvroText.parse(schemaText)).orElseThrow(RefusedException::schemaNotFound);
    }

    /** The text of the schema with this id (40403 otherwise). */
    public synchronized String schema(int id) {
        return store.schema(id).orElseThrow(() -> RefusedException.schemaNotFound(id));
    }

    public synchronized List<String> subjects() {
        return store.subjects();
    }

    /** The version numbers of a subject, ascending (40401 if there is none). */
    public synchronized List<Integer> versions(String subject) {
        return requireVersions(subject).stream().map(SubjectVersion::version).toList();
    }

    /** One version of a subject (40401, 40402 otherwise). */
    public synchronized SubjectVersion version(String subject, VersionNumber version) {
        return version.of(requireVersions(subject)).orElseThrow(() -> RefusedException.versionNotFound(version));
    }

    /**
     * What would speak against registering the schema if only the given version existed; empty if nothing. A subject
     * without versions has no latest one, and nothing speaks against its first.
     */
    public synchronized List<String> problems(String subject, VersionNumber version, String schemaText) {
        AvroText candidate = AvroText.parse(schemaText);
        Optional<SubjectVersion> found = version.of(store.versions(subject));
        if (found.isEmpty() && !version.isLatest()) {
            throw RefusedException.versionNotFound(version);
        }
        return levelOf(subject)
                .problems(candidate.schema(), schemas(found.stream().toList()));
    }

    public synchronized CompatibilityLevel globalLevel() {
        return store.globalLevel();
    }

    /** The level that the subject has of its own (40408 if the global one holds). */
    public synchronized CompatibilityLevel level(String subject) {
        return store.level(subject).orElseThrow(() -> RefusedException.noLevelOfItsOwn(subject));
    }

    /** The level that holds for the subject: its own or the global one. */
    public synchronized CompatibilityLevel levelOf(String subject) {
        return store.level(subject).orElse(store.globalLevel());
    }

    /** Sets the level of all subjects that have none of their own (42203 if the name is unknown). */
    public synchronized CompatibilityLevel setGlobalLevel(String name) {
        CompatibilityLevel level = parse(name);
        store.setLevel(null, level);
        return level;
    }

    /** Sets the level of one subject, which need not exist yet (42203 if the name is unknown). */
    public synchronized CompatibilityLevel setLevel(String subject, String name) {
        CompatibilityLevel level = parse(name);
        store.setLevel(subject, level);
        return level;
    }

    private static CompatibilityLevel parse(String name) {
        return CompatibilityLevel.named(name).orElseThrow(() -> RefusedException.invalidLevel(name));
    }

    private Optional<SubjectVersion> find(String subject, AvroText schema) {
        return store.versions(subject).stream()
                .filter(version -> version.schema().equals(schema.text()))
                .findFirst();
    }

    private List<SubjectVersion> requireVersions(String subject) {
        List<SubjectVersion> versions = store.versions(subject);
        if (versions.isEmpty()) {
            throw RefusedException.subjectNotFound(subject);
        }
        return versions;
    }

    private static List<Schema> schemas(List<SubjectVersion> versions) {
        return versions.stream()
                .map(version -> AvroText.parse(version.schema()).schema())
                .toList();
    }
}
