package dev.twinwatch.sandbox.registry.catalog;

import dev.twinwatch.sandbox.registry.store.Reference;
import java.util.List;

/**
 * A schema as a client sent it, not looked at yet.
 *
 * @param references where the types are that it uses without defining them; version -1 is the latest
 * @param normalize whether the order of its attributes is to be ignored
 */
public record Candidate(String text, List<Reference> references, boolean normalize) {
    public Candidate {
        references = List.copyOf(references);
    }
}
