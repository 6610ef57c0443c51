package dev.twinwatch.sandbox.registry.catalog;

import dev.twinwatch.sandbox.registry.store.Reference;
import dev.twinwatch.sandbox.registry.store.SchemaStore;
import dev.twinwatch.sandbox.registry.store.StoredSchema;
import dev.twinwatch.sandbox.registry.store.SubjectVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** Finds the types that a schema takes from versions of other subjects, and from theirs in turn. */
final class References {
    private final SchemaStore store;

    References(SchemaStore store) {
        this.store = store;
    }

    /** What a client sent, with references to the latest version made references to the version which that is now. */
    AvroText parse(Candidate candidate) {
        List<Reference> fixed = candidate.references().stream()
                .map(reference -> new Reference(
                        reference.name(),
                        reference.subject(),
                        referred(reference).version()))
                .toList();
        return AvroText.parse(candidate, fixed, types(fixed));
    }

    /** What was stored, with all its types. */
    Schema parse(StoredSchema stored) {
        return AvroText.parser(types(stored.references())).parse(stored.text());
    }

    private List<Schema> types(List<Reference> references) {
        Schema.Parser parser = AvroText.parser(List.of());
        define(references, parser, new HashSet<>());
        return List.copyOf(parser.getTypes().values());
    }

    /** Two ways may lead to the same version, which is defined only once. */
    private void define(List<Reference> references, Schema.Parser parser, Set<SubjectVersion> defined) {
        for (Reference reference : references) {
            SubjectVersion referred = referred(reference);
            if (defined.add(referred)) {
                define(referred.schema().references(), parser, defined);
                parser.parse(referred.schema().text());
            }
        }
    }

    /** A version that is hidden may still be referred to. */
    private SubjectVersion referred(Reference reference) {
        return new VersionNumber(reference.version())
                .of(store.versions(reference.subject()))
                .orElseThrow(() -> RefusedException.invalidSchema("Invalid schema, details: reference \""
                        + reference.name() + "\" names version " + reference.version() + " of subject \""
                        + reference.subject() + "\", which does not exist: register it first"));
    }
}
