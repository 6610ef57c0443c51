package dev.twinwatch.registry;

import org.jspecify.annotations.Nullable;

/** The registry knows that there is no such Avro schema: a record that names it cannot be read, now or later. */
public final class UnknownSchemaException extends RegistryException {

    /** The message names the id or subject that does not exist. */
    public UnknownSchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
