package dev.twinwatch.sandbox.registry.store;

/** One version of a subject. Versions and ids count from 1; a deleted one is kept until it is deleted for good. */
public record SubjectVersion(String subject, int version, int id, StoredSchema schema, boolean deleted) {
    SubjectVersion asDeleted() {
        return new SubjectVersion(subject, version, id, schema, true);
    }
}
