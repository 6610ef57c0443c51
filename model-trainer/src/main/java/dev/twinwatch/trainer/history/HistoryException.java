package dev.twinwatch.trainer.history;

/** Data that was read but cannot serve as a history of this watch, or cannot be kept; the message says what to do. */
public final class HistoryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** The message stands alone at the terminal. */
    public HistoryException(String message) {
        super(message);
    }

    HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
