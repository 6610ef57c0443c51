package dev.twinwatch.sandbox.registry.http;

import dev.twinwatch.sandbox.registry.catalog.Candidate;
import dev.twinwatch.sandbox.registry.catalog.Catalog;
import dev.twinwatch.sandbox.registry.catalog.Registration;
import dev.twinwatch.sandbox.registry.catalog.Removal;
import dev.twinwatch.sandbox.registry.store.SubjectVersion;
import java.util.List;

/** Requests about subjects and their versions. */
final class SubjectRequests {
    private static final String DELETED = "deleted";
    private static final String PERMANENT = "permanent";

    private final Catalog catalog;
    private final Registration registration;
    private final Removal removal;

    SubjectRequests(Catalog catalog, Registration registration, Removal removal) {
        this.catalog = catalog;
        this.registration = registration;
        this.removal = removal;
    }

    Object names(Exchange exchange) {
        return catalog.beginningWith(exchange.text("subjectPrefix"), exchange.flag(DELETED)).stream()
                .map(SubjectVersion::subject)
                .distinct()
                .toList();
    }

    Object lookUp(Exchange exchange) {
        return Answers.Version.of(registration.lookUp(exchange.subject(), candidate(exchange), exchange.flag(DELETED)));
    }

    Object register(Exchange exchange) {
        int id = exchange.body().given("id");
        int version = exchange.body().given("version");
        SubjectVersion registered = id > 0
                ? registration.take(exchange.subject(), candidate(exchange), id, version)
                : registration.register(exchange.subject(), candidate(exchange));
        return new Answers.Id(registered.id());
    }

    Object delete(Exchange exchange) {
        return removal.subject(exchange.subject(), exchange.flag(PERMANENT));
    }

    Object versions(Exchange exchange) {
        return catalog.versions(exchange.subject(), exchange.flag(DELETED)).stream()
                .map(SubjectVersion::version)
                .toList();
    }

    Object version(Exchange exchange) {
        return Answers.Version.of(found(exchange));
    }

    Object schemaOfVersion(Exchange exchange) {
        return new Answers.Raw(found(exchange).schema().text());
    }

    Object deleteVersion(Exchange exchange) {
        return removal.version(exchange.subject(), exchange.version(), exchange.flag(PERMANENT));
    }

    Object referencedBy(Exchange exchange) {
        return catalog.referencedBy(exchange.subject(), exchange.version());
    }

    Object compatibility(Exchange exchange) {
        return compatible(exchange, registration.problems(exchange.subject(), exchange.version(), candidate(exchange)));
    }

    Object compatibilityWithAll(Exchange exchange) {
        return compatible(exchange, registration.problems(exchange.subject(), candidate(exchange)));
    }

    private static Object compatible(Exchange exchange, List<String> problems) {
        return new Answers.Compatible(problems.isEmpty(), exchange.flag("verbose") ? problems : null);
    }

    private SubjectVersion found(Exchange exchange) {
        return catalog.version(exchange.subject(), exchange.version(), exchange.flag(DELETED));
    }

    private static Candidate candidate(Exchange exchange) {
        return exchange.body().candidate(exchange.flag("normalize"));
    }
}
