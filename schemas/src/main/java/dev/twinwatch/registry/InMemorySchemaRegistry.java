package dev.twinwatch.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.jspecify.annotations.Nullable;

/** A schema registry inside one process, for tests and demonstrations; it judges changes as a real one does. */
public final class InMemorySchemaRegistry implements SchemaRegistry {
    private final int firstId;
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<RegisteredSchema>> subjects = new HashMap<>();
    private final Map<String, Compatibility> levels = new HashMap<>();

    /** A registry whose ids count from this one. */
    public InMemorySchemaRegistry(int firstId) {
        this.firstId = firstId;
    }

    /** A registry whose ids count from 1. */
    public InMemorySchemaRegistry() {
        this(1);
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        var portable = PortableSchema.of(schema);
        var known = find(subject, portable);
        if (known != null) {
            return known.id();
        }
        var versions = subjects.getOrDefault(subject, List.of());
        check(subject, portable, versions);
        if (!schemas.contains(portable)) {
            schemas.add(portable);
        }
        var added = new RegisteredSchema(subject, versions.size() + 1, firstId + schemas.indexOf(portable), portable);
        subjects.computeIfAbsent(subject, name -> new ArrayList<>()).add(added);
        return added.id();
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        var known = find(subject, PortableSchema.of(schema));
        if (known == null) {
            throw new UnknownSchemaException(
                    "subject " + subject + " has no schema " + schema.getFullName() + " like this: register it first",
                    null);
        }
        return known.id();
    }

    @Override
    public synchronized Schema schemaById(int id) {
        int index = id - firstId;
        if (index < 0 || index >= schemas.size()) {
            throw new UnknownSchemaException("no schema has the id " + id + ": register it first", null);
        }
        return schemas.get(index);
    }

    @Override
    public synchronized RegisteredSchema latest(String subject) {
        var versions = subjects.get(subject);
        if (versions == null) {
            throw new UnknownSchemaException("subject " + subject + " has no version: register a schema first", null);
        }
        return versions.get(versions.size() - 1);
    }

    @Override
    public synchronized Compatibility compatibilityOf(String subject) {
        return levels.getOrDefault(subject, Compatibility.BACKWARD);
    }

    @Override
    public synchronized void setCompatibility(String subject, Compatibility level) {
        levels.put(subject, level);
    }

    private @Nullable RegisteredSchema find(String subject, Schema portable) {
        return subjects.getOrDefault(subject, List.of()).stream()
                .filter(version -> version.schema().equals(portable))
                .findFirst()
                .orElse(null);
    }

    private void check(String subject, Schema portable, List<RegisteredSchema> versions) {
        var level = compatibilityOf(subject);
        boolean everyVersion = level.name().endsWith("_TRANSITIVE");
        int first = everyVersion ? 0 : Math.max(0, versions.size() - 1);
        for (var earlier : versions.subList(first, versions.size())) {
            if (!fits(level, portable, earlier.schema())) {
                throw new RegistryRefusedException(
                        "schema " + portable.getFullName() + " is not " + level + " compatible in subject " + subject
                                + ": give new fields a default, or set another level",
                        null);
            }
        }
    }

    private static boolean fits(Compatibility level, Schema added, Schema earlier) {
        return switch (level) {
            case NONE -> true;
            case BACKWARD, BACKWARD_TRANSITIVE -> reads(added, earlier);
            case FORWARD, FORWARD_TRANSITIVE -> reads(earlier, added);
            case FULL, FULL_TRANSITIVE -> reads(added, earlier) && reads(earlier, added);
        };
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
    }
}
