package dev.twinwatch.sandbox.registry.store;

import java.util.List;

/** What one id stands for: Avro's JSON as it was stored, without the types that it takes from its references. */
public record StoredSchema(String text, List<Reference> references) {
    public StoredSchema {
        references = List.copyOf(references);
    }

    /** A schema that defines all its types itself. */
    public static StoredSchema of(String text) {
        return new StoredSchema(text, List.of());
    }
}
