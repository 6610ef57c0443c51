package dev.twinwatch.trainer.evaluation;

import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where windows of some entities lie, in two dimensions.
 *
 * @param plane a point for each window
 * @param entities whose it is, in the same order
 */
public record EmbeddingMap(Plane plane, List<String> entities) {
    /** More colours cannot be told apart. */
    private static final int MOST_ENTITIES = 12;
    /** Of each entity, the newest references and all probes up to here. */
    private static final int MOST_WINDOWS = 32;

    public EmbeddingMap {
        entities = List.copyOf(entities);
    }

    static EmbeddingMap of(List<Subject> subjects, Yardsticks yardsticks) {
        List<float[]> embeddings = new ArrayList<>();
        List<String> entities = new ArrayList<>();
        for (Subject subject : subjects.subList(0, Math.min(MOST_ENTITIES, subjects.size()))) {
            List<Window> windows = Stream.concat(
                            subject.probes().stream(), subject.newestReferences(MOST_WINDOWS).stream())
                    .limit(MOST_WINDOWS)
                    .toList();
            for (Window window : windows) {
                embeddings.add(yardsticks.embed(window));
                entities.add(subject.entity());
            }
        }
        return new EmbeddingMap(Plane.of(embeddings), entities);
    }
}
