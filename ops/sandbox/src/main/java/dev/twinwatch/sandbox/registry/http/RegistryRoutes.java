package dev.twinwatch.sandbox.registry.http;

import dev.twinwatch.sandbox.registry.catalog.Catalog;
import dev.twinwatch.sandbox.registry.catalog.Levels;
import dev.twinwatch.sandbox.registry.catalog.Modes;
import dev.twinwatch.sandbox.registry.catalog.Registration;
import dev.twinwatch.sandbox.registry.catalog.Removal;
import dev.twinwatch.sandbox.registry.store.SchemaStore;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Which request asks for what; Confluent's paths. */
public final class RegistryRoutes {
    private final Object lock = new Object();
    private final SubjectRequests subjects;
    private final SchemaRequests schemas;
    private final SettingRequests settings;

    public RegistryRoutes(SchemaStore store) {
        Catalog catalog = new Catalog(store);
        Modes modes = new Modes(store);
        Levels levels = new Levels(store, modes);
        this.subjects = new SubjectRequests(
                catalog, new Registration(store, catalog, levels, modes), new Removal(store, catalog, modes));
        this.schemas = new SchemaRequests(catalog);
        this.settings = new SettingRequests(levels, modes);
    }

    /** Adds every route to a server that is being configured. */
    public void addTo(RoutesConfig routes) {
        routes.get("/", request -> request.result("{}"));

        routes.get("/subjects", one(subjects::names));
        routes.post("/subjects/{subject}", one(subjects::lookUp));
        routes.delete("/subjects/{subject}", one(subjects::delete));
        routes.get("/subjects/{subject}/versions", one(subjects::versions));
        routes.post("/subjects/{subject}/versions", one(subjects::register));
        routes.get("/subjects/{subject}/versions/{version}", one(subjects::version));
        routes.delete("/subjects/{subject}/versions/{version}", one(subjects::deleteVersion));
        routes.get("/subjects/{subject}/versions/{version}/schema", one(subjects::schemaOfVersion));
        routes.get("/subjects/{subject}/versions/{version}/referencedby", one(subjects::referencedBy));
        routes.post("/compatibility/subjects/{subject}/versions", one(subjects::compatibilityWithAll));
        routes.post("/compatibility/subjects/{subject}/versions/{version}", one(subjects::compatibility));

        routes.get("/schemas", one(schemas::all));
        routes.get("/schemas/types", one(schemas::types));
        routes.get("/schemas/ids/{id}", one(schemas::byId));
        routes.get("/schemas/ids/{id}/schema", one(schemas::textById));
        routes.get("/schemas/ids/{id}/subjects", one(schemas::subjectsOfId));
        routes.get("/schemas/ids/{id}/versions", one(schemas::versionsOfId));

        routes.get("/config", one(settings::globalLevel));
        routes.put("/config", one(settings::setGlobalLevel));
        routes.delete("/config", one(settings::resetGlobalLevel));
        routes.get("/config/{subject}", one(settings::level));
        routes.put("/config/{subject}", one(settings::setLevel));
        routes.delete("/config/{subject}", one(settings::resetLevel));
        routes.get("/mode", one(settings::globalMode));
        routes.put("/mode", one(settings::setGlobalMode));
        routes.get("/mode/{subject}", one(settings::mode));
        routes.put("/mode/{subject}", one(settings::setMode));
        routes.delete("/mode/{subject}", one(settings::resetMode));
    }

    private Handler one(Exchange.Answerer answerer) {
        return Exchange.oneAtATime(lock, answerer);
    }
}
