package dev.twinwatch.engine.features;

/** What became of a record: an event, or the reason why it is none. */
public sealed interface Reading {
    /** The record is an event. */
    record Understood(Event event) implements Reading {}

    /** The record cannot be read; the reason names the field, its value and what was expected. */
    record Unreadable(String reason) implements Reading {}
}
