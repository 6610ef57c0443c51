package dev.twinwatch.registry;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;

/**
 * Remembers what can never change: ids of registered schemas and schemas of ids; and for a short time which ids do not
 * exist, once some patience did not help. The latest version is asked anew.
 */
public final class CachingSchemaRegistry implements SchemaRegistry {
    private final SchemaRegistry registry;
    private final BoundedCache<Integer, Schema> schemas;
    private final BoundedCache<InSubject, Integer> registered;
    private final BoundedCache<InSubject, Integer> ids;
    private final MissingIds missing;
    private final Patience patience;
    private final LongSupplier nanos;

    /**
     * Puts caches of at most so many entries each before a registry.
     *
     * @param missing how long an id that does not exist is not asked for again
     */
    public CachingSchemaRegistry(SchemaRegistry registry, int most, Duration missing) {
        this(registry, most, missing, System::nanoTime, pause -> TimeUnit.NANOSECONDS.sleep(pause.toNanos()));
    }

    CachingSchemaRegistry(
            SchemaRegistry registry, int most, Duration missing, LongSupplier nanos, Patience.Sleeper sleeper) {
        this.registry = registry;
        this.schemas = new BoundedCache<>(most);
        this.registered = new BoundedCache<>(most);
        this.ids = new BoundedCache<>(most);
        this.missing = new MissingIds(most, missing, nanos);
        this.patience = new Patience(nanos, sleeper);
        this.nanos = nanos;
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
        return schemas.get(id, this::ask);
    }

    private Schema ask(int id) {
        missing.refuse(id);
        long asked = nanos.getAsLong();
        try {
            return registry.schemaById(id);
        } catch (UnknownSchemaException e) {
            return askAgain(id, asked, e);
        }
    }

    private Schema askAgain(int id, long asked, UnknownSchemaException first) {
        try {
            return patience.with(() -> registry.schemaById(id), asked, first);
        } catch (UnknownSchemaException e) {
            missing.remember(id, e);
            throw e;
        }
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
