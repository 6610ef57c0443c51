package dev.twinwatch.sandbox.registry.catalog;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** An Avro schema and its text; two texts that differ only in white space and order of attributes are one schema. */
record AvroText(Schema schema) {
    /** Strict about names and default values, as other registries are when a schema is new. */
    static AvroText parse(String text) {
        if (text.isBlank()) {
            throw RefusedException.invalidSchema("Empty schema: send Avro's JSON in the field \"schema\"");
        }
        try {
            Schema.Parser parser = new Schema.Parser(NameValidator.STRICT_VALIDATOR).setValidateDefaults(true);
            return new AvroText(parser.parse(text));
        } catch (AvroRuntimeException e) {
            throw RefusedException.invalidSchema("Invalid schema, details: " + e.getMessage());
        }
    }

    String text() {
        return schema.toString();
    }
}
