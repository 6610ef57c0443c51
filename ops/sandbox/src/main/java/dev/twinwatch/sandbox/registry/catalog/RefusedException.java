package dev.twinwatch.sandbox.registry.catalog;

import dev.twinwatch.sandbox.registry.store.SubjectVersion;
import java.util.List;

/** A request that the registry refuses, with the error code that Confluent's clients know. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    private RefusedException(int code, String message) {
        super(message);
        this.code = code;
    }

    static RefusedException subjectNotFound(String subject) {
        return new RefusedException(40401, "Subject '" + subject + "' not found.");
    }

    static RefusedException versionNotFound(VersionNumber version) {
        return new RefusedException(40402, "Version " + version + " not found.");
    }

    static RefusedException schemaNotFound() {
        return new RefusedException(40403, "Schema not found");
    }

    static RefusedException schemaNotFound(int id) {
        return new RefusedException(40403, "Schema " + id + " not found");
    }

    static RefusedException subjectSoftDeleted(String subject) {
        return new RefusedException(
                40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static RefusedException subjectNotSoftDeleted(String subject) {
        return new RefusedException(
                40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RefusedException versionSoftDeleted(String subject, VersionNumber version) {
        return new RefusedException(
                40406,
                "Subject '" + subject + "' Version " + version
                        + " was soft deleted. Set permanent=true to delete permanently");
    }

    static RefusedException versionNotSoftDeleted(String subject, VersionNumber version) {
        return new RefusedException(
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static RefusedException noLevelOfItsOwn(String subject) {
        return new RefusedException(
                40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RefusedException noModeOfItsOwn(String subject) {
        return new RefusedException(40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static RefusedException incompatible(String subject, List<String> problems) {
        return new RefusedException(
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + problems);
    }

    /** The body is not JSON, or not the JSON that the request needs. */
    public static RefusedException badRequest(String message) {
        return new RefusedException(400, message);
    }

    /** The schema cannot be parsed, or is of a kind that this registry does not store. */
    public static RefusedException invalidSchema(String message) {
        return new RefusedException(42201, message);
    }

    static RefusedException invalidVersion(String version) {
        return new RefusedException(
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string"
                        + " \"latest\"");
    }

    static RefusedException invalidLevel(String level) {
        return new RefusedException(
                42203,
                "Invalid compatibility level '" + level + "'. Valid values are none, backward, forward, full,"
                        + " backward_transitive, forward_transitive, and full_transitive");
    }

    static RefusedException invalidMode(String mode) {
        return new RefusedException(
                42204, "Invalid mode '" + mode + "'. Valid values are READWRITE, READONLY, and IMPORT");
    }

    /** The mode of the subject, or what exists already, does not allow the change. */
    static RefusedException notPermitted(String message) {
        return new RefusedException(42205, message);
    }

    static RefusedException referenced(SubjectVersion version) {
        return new RefusedException(
                42206,
                "One or more references exist to the schema {subject=" + version.subject() + ",version="
                        + version.version() + "}. Delete what GET /subjects/" + version.subject() + "/versions/"
                        + version.version() + "/referencedby lists first");
    }

    /** Three digits, or five of which the first three are the HTTP status. */
    public int code() {
        return code;
    }

    /** The HTTP status that goes with the code. */
    public int status() {
        return code >= 1000 ? code / 100 : code;
    }
}
