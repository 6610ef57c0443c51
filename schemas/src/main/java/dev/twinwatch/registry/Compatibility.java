package dev.twinwatch.registry;

/** Which changes of schema a subject accepts; the names are those of the registry's API. */
public enum Compatibility {
    /** Any change. */
    NONE,
    /** The new schema reads what the version before it wrote. */
    BACKWARD,
    /** The new schema reads what every earlier version wrote. */
    BACKWARD_TRANSITIVE,
    /** The version before reads what the new schema writes. */
    FORWARD,
    /** Every earlier version reads what the new schema writes. */
    FORWARD_TRANSITIVE,
    /** Both ways with the version before. */
    FULL,
    /** Both ways with every earlier version. */
    FULL_TRANSITIVE
}
