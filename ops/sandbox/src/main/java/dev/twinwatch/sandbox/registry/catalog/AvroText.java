package dev.twinwatch.sandbox.registry.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twinwatch.sandbox.registry.store.Reference;
import dev.twinwatch.sandbox.registry.store.StoredSchema;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** An Avro schema and the form in which it is stored; texts that differ only in white space are stored as one. */
record AvroText(Schema schema, StoredSchema stored) {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * Strict about names and default values, as other registries are when a schema is new.
     *
     * @param taken the types that the references define
     */
    static AvroText parse(Candidate candidate, List<Reference> references, List<Schema> taken) {
        if (candidate.text().isBlank()) {
            throw RefusedException.invalidSchema("Empty schema: send Avro's JSON in the field \"schema\"");
        }
        try {
            Schema schema = parser(taken).parse(candidate.text());
            if (candidate.normalize()) {
                schema = parser(taken).parse(sorted(text(schema, taken)));
            }
            return new AvroText(schema, new StoredSchema(text(schema, taken), references));
        } catch (AvroRuntimeException e) {
            throw RefusedException.invalidSchema("Invalid schema, details: " + e.getMessage());
        }
    }

    static Schema.Parser parser(List<Schema> taken) {
        return new Schema.Parser(NameValidator.STRICT_VALIDATOR)
                .setValidateDefaults(true)
                .addTypes(taken);
    }

    @SuppressWarnings("deprecation") // what took its place writes the types of references out
    private static String text(Schema schema, List<Schema> taken) {
        return schema.toString(taken, false);
    }

    // Avro writes its own attributes in an order of its own; what is added to them stays in the order it came in.
    private static String sorted(String text) {
        try {
            return SORTED.writeValueAsString(SORTED.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro wrote a schema that is no JSON: " + text, e);
        }
    }
}
