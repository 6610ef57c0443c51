package dev.twinwatch.stream.control;

/** A model does not fit the watch that this service runs: nothing helps but another model or another watch file. */
public final class OtherWatchException extends IllegalArgumentException {
    /** With the first difference, and what to do. */
    public OtherWatchException(String message) {
        super(message);
    }
}
