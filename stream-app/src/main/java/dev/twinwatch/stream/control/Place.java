package dev.twinwatch.stream.control;

/** What a published model does. */
public enum Place {
    /** Its decisions count. */
    LIVE,
    /** It scores along without deciding. */
    SHADOW
}
