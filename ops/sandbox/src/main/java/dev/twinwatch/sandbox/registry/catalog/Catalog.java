package dev.twinwatch.sandbox.registry.catalog;

import dev.twinwatch.sandbox.registry.store.SchemaStore;
import dev.twinwatch.sandbox.registry.store.StoredSchema;
import dev.twinwatch.sandbox.registry.store.SubjectVersion;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the registry can be asked. Versions that were deleted, but not for good, are seen only on demand. */
public final class Catalog {
    private final SchemaStore store;

    public Catalog(SchemaStore store) {
        this.store = store;
    }

    /** The schema with this id (40403 otherwise); deleting hides no id. */
    public StoredSchema schema(int id) {
        return store.schema(id).orElseThrow(() -> RefusedException.schemaNotFound(id));
    }

    /** The versions that have this id, by subject (40403 if there never was such an id). */
    public List<SubjectVersion> versionsOfId(int id, boolean withDeleted) {
        schema(id);
        return all(withDeleted).filter(version -> version.id() == id).toList();
    }

    /** The versions of all subjects whose names begin so, by subject and then oldest first. */
    public List<SubjectVersion> beginningWith(String prefix, boolean withDeleted) {
        return all(withDeleted)
                .filter(version -> version.subject().startsWith(prefix))
                .toList();
    }

    /** The versions of a subject, oldest first (40401 if there is none). */
    public List<SubjectVersion> versions(String subject, boolean withDeleted) {
        List<SubjectVersion> versions =
                store.versions(subject).stream().filter(seen(withDeleted)).toList();
        if (versions.isEmpty()) {
            throw RefusedException.subjectNotFound(subject);
        }
        return versions;
    }

    /** One version of a subject (40401, 40402 otherwise). */
    public SubjectVersion version(String subject, VersionNumber version, boolean withDeleted) {
        return version.of(versions(subject, withDeleted)).orElseThrow(() -> RefusedException.versionNotFound(version));
    }

    /** The ids of the schemas that take a type from this version, ascending (40401, 40402 otherwise). */
    public List<Integer> referencedBy(String subject, VersionNumber version) {
        SubjectVersion referred = version(subject, version, true);
        return users(referred).stream()
                .map(SubjectVersion::id)
                .distinct()
                .sorted()
                .toList();
    }

    /** The versions, hidden ones excluded, that take a type from this one. */
    List<SubjectVersion> users(SubjectVersion referred) {
        return all(false)
                .filter(version -> version.schema().references().stream()
                        .anyMatch(reference -> reference.subject().equals(referred.subject())
                                && reference.version() == referred.version()))
                .toList();
    }

    private Stream<SubjectVersion> all(boolean withDeleted) {
        return store.versions().stream().filter(seen(withDeleted));
    }

    private static Predicate<SubjectVersion> seen(boolean withDeleted) {
        return version -> withDeleted || !version.deleted();
    }
}
