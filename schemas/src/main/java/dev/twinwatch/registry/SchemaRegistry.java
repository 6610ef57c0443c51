package dev.twinwatch.registry;

import java.util.Map;
import org.apache.avro.Schema;

/**
 * Where schemas live under ids and subjects, as Confluent's REST API defines it.
 *
 * <p>Every method may throw {@link RegistryUnavailableException} (try again later) and {@link RegistryRefusedException}
 * (someone has to change something). Implementations may be used by many threads.
 */
public interface SchemaRegistry {

    /** A client with caches for the settings that {@link RegistrySettings#from} reads; connects when first asked. */
    static SchemaRegistry from(Map<String, ?> config) {
        var settings = RegistrySettings.from(config);
        return new CachingSchemaRegistry(
                new HttpSchemaRegistry(settings), settings.cachedSchemas(), settings.missingIds());
    }

    /** The id of this schema in the subject, which is made a new version of it if it is not one yet. */
    int register(String subject, Schema schema);

    /**
     * The id of this schema in the subject.
     *
     * @throws UnknownSchemaException if the subject has no such schema
     */
    int idOf(String subject, Schema schema);

    /**
     * The schema with this id.
     *
     * @throws UnknownSchemaException if the registry knows that the id does not exist
     */
    Schema schemaById(int id);

    /**
     * The newest version of the subject, asked anew each time.
     *
     * @throws UnknownSchemaException if the subject has no version
     */
    RegisteredSchema latest(String subject);

    /** The compatibility in force for the subject: its own, or else the registry's default. */
    Compatibility compatibilityOf(String subject);

    /** Sets which changes of schema the subject accepts from now on. */
    void setCompatibility(String subject, Compatibility level);
}
