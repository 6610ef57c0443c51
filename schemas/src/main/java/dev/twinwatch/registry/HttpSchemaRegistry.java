package dev.twinwatch.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** A schema registry behind Confluent's REST API; every call is a request, see {@link CachingSchemaRegistry}. */
public final class HttpSchemaRegistry implements SchemaRegistry {
    private final RegistryHttp http;

    /** Connects when first asked. */
    public HttpSchemaRegistry(RegistrySettings settings) {
        this.http = new RegistryHttp(settings);
    }

    @Override
    public int register(String subject, Schema schema) {
        return number(http.ask(withSchema(subjectPath(subject) + "/versions", schema)), "id", subject);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return number(http.ask(withSchema(subjectPath(subject), schema)), "id", subject);
    }

    @Override
    public Schema schemaById(int id) {
        return schemaIn(http.ask(Request.get("/schemas/ids/" + id)), "schema id " + id);
    }

    @Override
    public RegisteredSchema latest(String subject) {
        var answer = http.ask(Request.get(subjectPath(subject) + "/versions/latest"));
        return new RegisteredSchema(
                subject,
                number(answer, "version", subject),
                number(answer, "id", subject),
                schemaIn(answer, "latest of " + subject));
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

    private static Request withSchema(String path, Schema schema) {
        return Request.with("POST", path, "schema", PortableSchema.of(schema).toString());
    }

    private static String subjectPath(String subject) {
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

    private static Schema schemaIn(JsonNode answer, String about) {
        var type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnknownSchemaException(about + " is a schema of type " + type + ": only AVRO is read", null);
        }
        if (!answer.path("references").isEmpty()) {
            throw new RegistryRefusedException(
                    about + " refers to other schemas, which is not supported yet: register it as one schema", null);
        }
        if (!answer.path("schema").isTextual()) {
            throw unexpected(answer, "schema", about);
        }
        try {
            return PortableSchema.parse(answer.path("schema").textValue());
        } catch (SchemaParseException e) {
            throw new UnknownSchemaException(
                    about + " is no schema that Avro reads (" + e.getMessage() + "): register a corrected one", e);
        }
    }

    private static RegistryRefusedException unexpected(JsonNode answer, String field, String about) {
        return new RegistryRefusedException(
                "answer about " + about + " has no usable field `" + field + "` but " + answer
                        + ": check that schema.registry.url names a registry with Confluent's API",
                null);
    }
}
