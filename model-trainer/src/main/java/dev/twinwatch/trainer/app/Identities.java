package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is one person under several entity names: entities of which pairs say that sequences of them are alike, directly or
 * through others.
 *
 * <p>Where pairs also call sequences of one such person unlike, they speak of something else than of persons, and every
 * entity stays by itself.
 */
final class Identities {
    private final Map<String, String> parents = new HashMap<>();

    /** Two entities of which one pair speaks. */
    record Link(String left, String right, boolean alike) {}

    private Identities() {}

    static Identities of(List<Link> links) {
        Identities joined = new Identities();
        links.stream().filter(Link::alike).forEach(link -> joined.join(link.left(), link.right()));
        boolean contradicted = links.stream()
                .filter(link -> !link.alike())
                .anyMatch(link -> joined.personOf(link.left()).equals(joined.personOf(link.right())));
        return contradicted ? new Identities() : joined;
    }

    private void join(String left, String right) {
        String one = personOf(left);
        String other = personOf(right);
        if (!one.equals(other)) {
            parents.put(other, one);
        }
    }

    /** The name of one of its entities. */
    String personOf(String entity) {
        String person = entity;
        while (parents.containsKey(person)) {
            person = parents.get(person);
        }
        return person;
    }

    /** One history for each person, in the order of their first entities. */
    List<EntityHistory> people(List<EntityHistory> entities, Layout layout) {
        Map<String, List<EntityHistory>> byPerson = new LinkedHashMap<>();
        for (EntityHistory entity : entities) {
            byPerson.computeIfAbsent(personOf(entity.entity()), p -> new ArrayList<>())
                    .add(entity);
        }
        return byPerson.entrySet().stream()
                .map(e -> EntityHistory.joined(e.getKey(), e.getValue(), layout))
                .toList();
    }
}
