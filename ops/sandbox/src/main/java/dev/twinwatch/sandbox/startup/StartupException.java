package dev.twinwatch.sandbox.startup;

/** A part of the sandbox cannot start; the message is one sentence that names the place and the remedy. */
public final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartupException(String message) {
        super(message);
    }

    public StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
