package dev.twinwatch.stream.control;

import java.time.Instant;

/**
 * Which model is live from here on.
 *
 * @param version SHA-256 of its bundle
 * @param epoch counts the changes of the pointer
 * @param controlOffset where the pointer stands on the control topic
 * @param at when it was asked for
 */
public record ModelPointer(String version, long epoch, long controlOffset, Instant at) {

    /** One for which nobody asked, as of 1970. */
    public ModelPointer(String version, long epoch, long controlOffset) {
        this(version, epoch, controlOffset, Instant.EPOCH);
    }
}
