package dev.twinwatch.trainer.source;

/** A source that cannot be read at all; the message names it and says what to do. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SourceException(String message) {
        super(message);
    }

    /** With what went wrong underneath. */
    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
