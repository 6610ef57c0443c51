package dev.twinwatch.stream.control;

/** A change of what is live that was not made, with the reason and what to do; nothing was written. */
public final class RefusedReleaseException extends IllegalStateException {
    RefusedReleaseException(String reason) {
        super(reason);
    }
}
