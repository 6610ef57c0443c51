package dev.twinwatch.registry;

import org.apache.avro.Schema;

/** Remembers what can never change: ids of registered schemas and schemas of ids. The latest version is asked anew. */
public final class CachingSchemaRegistry implements SchemaRegistry {
    private final SchemaRegistry registry;
    private final BoundedCache<Integer, Schema> schemas;
    private final BoundedCache<InSubject, Integer> registered;
    private final BoundedCache<InSubject, Integer> ids;

    /** Puts caches of at most so many entries each before a registry. */
    public CachingSchemaRegistry(SchemaRegistry registry, int most) {
        this.registry = registry;
        this.schemas = new BoundedCache<>(most);
        this.registered = new BoundedCache<>(most);
        this.ids = new BoundedCache<>(most);
    }

    @Override
    public int register(String subject, Schema schema) {
        return registered.get(new InSubject(subject, schema), key -> registry.register(subject, schema));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ids.get(new InSubject(subject, schema), key -> registry.idOf(subject, schema));
    }

    @Override
    public Schema schemaById(int id) {
        return schemas.get(id, registry::schemaById);
    }

    @Override
    public RegisteredSchema latest(String subject) {
        return registry.latest(subject);
    }

    @Override
    public Compatibility compatibilityOf(String subject) {
        return registry.compatibilityOf(subject);
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        registry.setCompatibility(subject, level);
    }

    private record InSubject(String subject, Schema schema) {}
}
