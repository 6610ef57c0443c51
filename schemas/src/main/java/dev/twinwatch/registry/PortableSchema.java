package dev.twinwatch.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * A schema without what only Java reads.
 *
 * <p>Generated classes carry {@code avro.java.string} in their schema; sent as it is, it would get another id than the
 * same schema of a producer in another language.
 */
public final class PortableSchema {
    private static final JsonMapper JSON = new JsonMapper();

    private PortableSchema() {}

    /** The same schema without {@code avro.java.string} anywhere but in default values. */
    public static Schema of(Schema schema) {
        try {
            var tree = JSON.readTree(schema.toString());
            strip(tree);
            return parse(JSON.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "schema " + schema.getFullName() + " is not written as JSON by Avro: report this as a bug", e);
        }
    }

    /** Reads a schema that is in use, so its default values are not judged again. */
    static Schema parse(String text) {
        return parser().parse(text);
    }

    /** For schemas in use that take types from one another. */
    static Schema.Parser parser() {
        return new Schema.Parser().setValidateDefaults(false);
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(GenericData.STRING_PROP);
            object.properties().forEach(field -> {
                if (!field.getKey().equals("default")) {
                    strip(field.getValue());
                }
            });
        } else if (node.isArray()) {
            node.forEach(PortableSchema::strip);
        }
    }
}
