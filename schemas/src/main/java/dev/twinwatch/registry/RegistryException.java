package dev.twinwatch.registry;

import org.jspecify.annotations.Nullable;

/** Why the registry gave no answer; the three kinds tell whether to wait, to change something, or to give up a record. */
public abstract sealed class RegistryException extends RuntimeException
        permits RegistryUnavailableException, RegistryRefusedException, UnknownSchemaException {

    RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
