package dev.twinwatch.engine.bundle;

/** A bundle that cannot be used, with what is wrong and what to do. */
public final class BundleException extends IllegalArgumentException {
    BundleException(String message) {
        super(message);
    }

    BundleException(String message, Throwable cause) {
        super(message, cause);
    }
}
