package dev.twinwatch.stream.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which model is live from here on, and which one scores along.
 *
 * @param version SHA-256 of the bundle that decides
 * @param shadow SHA-256 of the bundle that scores along without deciding, which may not be here yet, or be refused; null for none
 * @param epoch counts the changes of the pointer
 * @param controlOffset where the pointer stands on the control topic
 * @param at when it was asked for
 */
public record ModelPointer(String version, @Nullable String shadow, long epoch, long controlOffset, Instant at) {

    /** One without a shadow, for which nobody asked, as of 1970. */
    public ModelPointer(String version, long epoch, long controlOffset) {
        this(version, null, epoch, controlOffset, Instant.EPOCH);
    }
}
