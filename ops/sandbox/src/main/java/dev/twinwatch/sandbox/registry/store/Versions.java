package dev.twinwatch.sandbox.registry.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The versions of all subjects in memory, and which id stands for which schema. */
final class Versions {
    private final Map<String, List<SubjectVersion>> subjects = new TreeMap<>();
    private final Map<Integer, StoredSchema> schemas = new HashMap<>();
    private final Map<StoredSchema, Integer> ids = new HashMap<>();
    private int highestId;

    void put(SubjectVersion added) {
        List<SubjectVersion> versions = subjects.computeIfAbsent(added.subject(), subject -> new ArrayList<>());
        versions.removeIf(known -> known.version() == added.version());
        versions.add(added);
        // An import may bring versions in any order.
        versions.sort(Comparator.comparingInt(SubjectVersion::version));
        schemas.put(added.id(), added.schema());
        ids.put(added.schema(), added.id());
        highestId = Math.max(highestId, added.id());
    }

    void remove(String subject, int version) {
        List<SubjectVersion> versions = subjects.getOrDefault(subject, new ArrayList<>());
        versions.removeIf(known -> known.version() == version);
        if (versions.isEmpty()) {
            subjects.remove(subject);
        }
        // An id is never given again, but it means nothing any more once its last version is gone.
        schemas.keySet().retainAll(all().stream().map(SubjectVersion::id).toList());
        ids.values().retainAll(schemas.keySet());
    }

    List<SubjectVersion> of(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, List.of()));
    }

    List<SubjectVersion> all() {
        return subjects.values().stream().flatMap(List::stream).toList();
    }

    Optional<StoredSchema> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    int nextVersion(String subject) {
        List<SubjectVersion> versions = of(subject);
        return versions.isEmpty() ? 1 : versions.get(versions.size() - 1).version() + 1;
    }

    int idFor(StoredSchema schema) {
        return ids.getOrDefault(schema, highestId + 1);
    }
}
