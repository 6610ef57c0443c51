package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.engine.features.Event;

/**
 * One event of a demo.
 *
 * @param event as the engine will read it, with the id that its score and its alert will name
 * @param number running number among the events of its entity, from 1
 * @param value what is sent
 */
@SuppressWarnings("ArrayRecordComponent") // sent once, never compared
public record Sample(Event event, int number, byte[] value) {
    /** Whether it is history that the sender vouches for. */
    public boolean enrols() {
        return event.origin().enrol();
    }
}
