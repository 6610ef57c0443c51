package dev.twinwatch.sandbox.registry.store;

import java.util.Objects;

/** That a schema uses a type which another subject defines; the name is the one that the schema uses it by. */
public record Reference(String name, String subject, int version) {
    // A line that was edited by hand can lack a field; Jackson would pass null.
    public Reference {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(subject, "subject");
    }
}
