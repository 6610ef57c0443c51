package dev.twinwatch.sandbox.registry.store;

/** Which changes a subject takes, by the names of the API. */
public enum Mode {
    /** New versions, whose ids the registry gives. */
    READWRITE,
    /** None. */
    READONLY,
    /** Versions with the ids and numbers that another registry gave them. */
    IMPORT
}
