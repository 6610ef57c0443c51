package dev.twinwatch.registry;

import org.jspecify.annotations.Nullable;

/** No address answered, although each was tried several times: the record is not to blame, trying later may help. */
public final class RegistryUnavailableException extends RegistryException {

    /** The message names the addresses and what each answered last. */
    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
