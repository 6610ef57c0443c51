package dev.twinwatch.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.apache.avro.Schema;

/** A schema registry behind Confluent's REST API; every call is a request, see {@link CachingSchemaRegistry}. */
public final class HttpSchemaRegistry implements SchemaRegistry {
    private final RegistryHttp http;
    private final SchemaAnswers schemas;
    private final boolean portable;
    private final String normalize;

    /** Connects when first asked. */
    public HttpSchemaRegistry(RegistrySettings settings) {
        this.http = new RegistryHttp(settings);
        this.schemas = new SchemaAnswers(http);
        this.portable = settings.removeJavaProperties();
        this.normalize = settings.normalize() ? "?normalize=true" : "";
    }

    @Override
    public int register(String subject, Schema schema) {
        return number(http.ask(withSchema(subjectPath(subject) + "/versions" + normalize, schema)), "id", subject);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return number(http.ask(withSchema(subjectPath(subject) + normalize, schema)), "id", subject);
    }

    @Override
    public Schema schemaById(int id) {
        return schemas.schemaIn(http.ask(Request.get("/schemas/ids/" + id)), "schema id " + id);
    }

    @Override
    public RegisteredSchema latest(String subject) {
        var answer = http.ask(Request.get(subjectPath(subject) + "/versions/latest"));
        return new RegisteredSchema(
                subject,
                number(answer, "version", subject),
                number(answer, "id", subject),
                schemas.schemaIn(answer, "latest of " + subject));
    }

    @Override
    public Compatibility compatibilityOf(String subject) {
        var answer = http.ask(Request.get(configPath(subject) + "?defaultToGlobal=true"));
        var level = answer.path("compatibilityLevel").asText();
        return Arrays.stream(Compatibility.values())
                .filter(known -> known.name().equals(level))
                .findFirst()
                .orElseThrow(() -> unexpected(answer, "compatibilityLevel", subject));
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        http.ask(Request.with("PUT", configPath(subject), "compatibility", level.name()));
    }

    private Request withSchema(String path, Schema schema) {
        var sent = portable ? PortableSchema.of(schema) : schema;
        return Request.with("POST", path, "schema", sent.toString());
    }

    static String subjectPath(String subject) {
        return "/subjects/" + Request.segment(subject);
    }

    private static String configPath(String subject) {
        return "/config/" + Request.segment(subject);
    }

    private static int number(JsonNode answer, String field, String about) {
        if (!answer.path(field).canConvertToInt()) {
            throw unexpected(answer, field, about);
        }
        return answer.path(field).intValue();
    }

    static RegistryRefusedException unexpected(JsonNode answer, String field, String about) {
        return new RegistryRefusedException(
                "answer about " + about + " has no usable field `" + field + "` but " + answer
                        + ": check that schema.registry.url names a registry with Confluent's API",
                null);
    }
}
