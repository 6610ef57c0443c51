package dev.twinwatch.sandbox.registry.http;

import dev.twinwatch.sandbox.registry.catalog.Catalog;
import dev.twinwatch.sandbox.registry.catalog.RefusedException;
import dev.twinwatch.sandbox.registry.catalog.VersionNumber;
import dev.twinwatch.sandbox.registry.compatibility.CompatibilityLevel;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** Which request asks the catalog what; Confluent's paths, parameters and bodies. */
public final class RegistryRoutes {
    private final Catalog catalog;

    public RegistryRoutes(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Adds every route to a server that is being configured. */
    public void addTo(RoutesConfig routes) {
        routes.get("/", request -> request.result("{}"));
        routes.get("/subjects", request -> answer(request, catalog.subjects()));
        routes.post("/subjects/{subject}", this::lookUp);
        routes.get("/subjects/{subject}/versions", request -> answer(request, catalog.versions(subject(request))));
        routes.post("/subjects/{subject}/versions", this::register);
        routes.get("/subjects/{subject}/versions/{version}", this::version);
        routes.get("/schemas/ids/{id}", this::schema);
        routes.get("/config", request -> answer(request, new Answers.LevelIs(catalog.globalLevel())));
        routes.put("/config", this::setGlobalLevel);
        routes.get("/config/{subject}", this::level);
        routes.put("/config/{subject}", this::setLevel);
        routes.post("/compatibility/subjects/{subject}/versions/{version}", this::compatibility);
        routes.get("/mode", request -> answer(request, new Answers.Mode("READWRITE")));
    }

    private void register(Context request) {
        int id = catalog.register(subject(request), body(request).avroSchema()).id();
        answer(request, new Answers.Id(id));
    }

    private void lookUp(Context request) {
        answer(request, catalog.lookUp(subject(request), body(request).avroSchema()));
    }

    private void version(Context request) {
        answer(request, catalog.version(subject(request), VersionNumber.parse(request.pathParam("version"))));
    }

    private void schema(Context request) {
        String text = request.pathParam("id");
        try {
            answer(request, new Answers.SchemaOnly(catalog.schema(Integer.parseInt(text))));
        } catch (NumberFormatException e) {
            throw RefusedException.badRequest("'" + text + "' is no schema id: ids are whole numbers from 1");
        }
    }

    private void level(Context request) {
        boolean globalWillDo = Boolean.parseBoolean(request.queryParam("defaultToGlobal"));
        String subject = subject(request);
        CompatibilityLevel level = globalWillDo ? catalog.levelOf(subject) : catalog.level(subject);
        answer(request, new Answers.LevelIs(level));
    }

    private void setGlobalLevel(Context request) {
        answer(
                request,
                new Answers.LevelSet(catalog.setGlobalLevel(body(request).compatibility())));
    }

    private void setLevel(Context request) {
        answer(
                request,
                new Answers.LevelSet(
                        catalog.setLevel(subject(request), body(request).compatibility())));
    }

    private void compatibility(Context request) {
        List<String> problems = catalog.problems(
                subject(request),
                VersionNumber.parse(request.pathParam("version")),
                body(request).avroSchema());
        boolean verbose = Boolean.parseBoolean(request.queryParam("verbose"));
        answer(request, new Answers.Compatible(problems.isEmpty(), verbose ? problems : null));
    }

    private static String subject(Context request) {
        return request.pathParam("subject");
    }

    private static RequestBody body(Context request) {
        return RequestBody.parse(request.bodyAsBytes());
    }

    private static void answer(Context request, Object body) {
        request.result(Answers.json(body));
    }
}
