package dev.twinwatch.registry;

import org.jspecify.annotations.Nullable;

/** The registry answered, but not with what was asked: it will do so until someone changes a schema or a setting. */
public final class RegistryRefusedException extends RegistryException {

    /** The message names the request, what was answered and what to change. */
    public RegistryRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
