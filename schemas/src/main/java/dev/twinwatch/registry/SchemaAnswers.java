package dev.twinwatch.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Makes schemas of answers; asks for those that they refer to, and for those that these refer to in turn. */
final class SchemaAnswers {
    /** A registry in order keeps no such chain; one that is not must not keep us asking. */
    private static final int MOST_REFERENCES = 1_000;

    private final RegistryHttp http;

    SchemaAnswers(RegistryHttp http) {
        this.http = http;
    }

    /** The schema of an answer about an id or a version, complete with the types that it takes from others. */
    Schema schemaIn(JsonNode answer, String about) {
        var parser = PortableSchema.parser();
        define(answer, about, parser, new HashSet<>());
        return parse(answer, about, parser);
    }

    /** Two ways may lead to the same version, which is asked for only once. */
    private void define(JsonNode answer, String about, Schema.Parser parser, Set<String> asked) {
        for (var reference : answer.path("references")) {
            var path = HttpSchemaRegistry.subjectPath(reference.path("subject").asText()) + "/versions/"
                    + reference.path("version").asInt();
            if (!asked.add(path)) {
                continue;
            }
            if (asked.size() > MOST_REFERENCES) {
                throw new RegistryRefusedException(
                        about + " refers to more than " + MOST_REFERENCES
                                + " other schemas: register it as one schema with its types written out",
                        null);
            }
            // A version that was deleted, but not for good, is still what the schema was made with.
            var referred = http.ask(Request.get(path + "?deleted=true"));
            define(referred, path, parser, asked);
            parse(referred, path + ", to which " + about + " refers,", parser);
        }
    }

    private static Schema parse(JsonNode answer, String about, Schema.Parser parser) {
        var type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") && !type.equals("null")) {
            throw new UnknownSchemaException(about + " is a schema of type " + type + ": only AVRO is read", null);
        }
        if (!answer.path("schema").isTextual()) {
            throw HttpSchemaRegistry.unexpected(answer, "schema", about);
        }
        try {
            return parser.parse(answer.path("schema").textValue());
        } catch (AvroRuntimeException e) {
            throw new UnknownSchemaException(
                    about + " is no schema that Avro reads (" + e.getMessage() + "): register a corrected one", e);
        }
    }
}
