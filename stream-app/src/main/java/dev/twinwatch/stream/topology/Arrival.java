package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.features.Event;
import org.jspecify.annotations.Nullable;

/** What one record from outside became. */
sealed interface Arrival {
    /** An event of an entity. */
    record OfEvent(Event event) implements Arrival {}

    /** Feedback about an entity. */
    record OfFeedback(Feedback feedback) implements Arrival {}

    /** The outcome of a record that is no event. */
    record Unread(Score score) implements Arrival {}

    /** A record that could not be read, as it came; the reason is in its headers. */
    @SuppressWarnings("ArrayRecordComponent") // handed from one step to the next, never compared
    record DeadLetter(byte @Nullable [] key, byte @Nullable [] value) implements Arrival {}
}
