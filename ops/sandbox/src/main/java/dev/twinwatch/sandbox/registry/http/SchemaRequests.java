package dev.twinwatch.sandbox.registry.http;

import dev.twinwatch.sandbox.registry.catalog.Catalog;
import dev.twinwatch.sandbox.registry.store.SubjectVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests about schemas by their ids. */
final class SchemaRequests {
    private static final String DELETED = "deleted";

    private final Catalog catalog;

    SchemaRequests(Catalog catalog) {
        this.catalog = catalog;
    }

    Object types(Exchange exchange) {
        return List.of("AVRO");
    }

    Object byId(Exchange exchange) {
        return Answers.SchemaOnly.of(catalog.schema(exchange.id()));
    }

    Object textById(Exchange exchange) {
        return new Answers.Raw(catalog.schema(exchange.id()).text());
    }

    Object subjectsOfId(Exchange exchange) {
        return catalog.versionsOfId(exchange.id(), exchange.flag(DELETED)).stream()
                .map(SubjectVersion::subject)
                .distinct()
                .toList();
    }

    Object versionsOfId(Exchange exchange) {
        return catalog.versionsOfId(exchange.id(), exchange.flag(DELETED)).stream()
                .map(found -> new Answers.VersionOnly(found.subject(), found.version()))
                .toList();
    }

    Object all(Exchange exchange) {
        List<SubjectVersion> found = catalog.beginningWith(exchange.text("subjectPrefix"), exchange.flag(DELETED));
        return (exchange.flag("latestOnly") ? latest(found) : found)
                .stream().map(Answers.Version::of).toList();
    }

    private static List<SubjectVersion> latest(List<SubjectVersion> versions) {
        Map<String, SubjectVersion> latest = new LinkedHashMap<>();
        versions.forEach(version -> latest.put(version.subject(), version));
        return List.copyOf(latest.values());
    }
}
