package dev.twinwatch.trainer.evaluation;

import java.util.Comparator;
import java.util.List;

/**
 * How a model did on entities with their own later windows and with those of others.
 *
 * @param inSample whether training has seen these entities, since there were too few to hold any out
 * @param measures what was measured; the evidence and the distance come first
 * @param trials by entity, with all its references
 * @param fewShots the same with fewer references, ascending
 * @param map where windows of some of them lie
 */
public record Evaluation(
        boolean inSample, List<Measure> measures, List<Trials> trials, List<FewShots> fewShots, EmbeddingMap map) {
    /** Index of what the model decides by. */
    public static final int EVIDENCE = 0;
    /** Index of the plain distance of embeddings. */
    public static final int DISTANCE = 1;

    public Evaluation {
        measures = List.copyOf(measures);
        trials = List.copyOf(trials);
        fewShots = List.copyOf(fewShots);
    }

    /** Whether no two entities had enough windows to be compared. */
    public boolean isEmpty() {
        return trials.isEmpty();
    }

    /** One measure with one limit for all entities. */
    public Discrimination by(int measure) {
        return Trials.together(trials, measure);
    }

    /** Equal error rate with a limit for each entity, averaged over them. */
    public double meanErrorRate(int measure) {
        return trials.stream()
                .mapToDouble(entity -> entity.by(measure).errorRate())
                .average()
                .orElseThrow();
    }

    /** By the evidence; those whose limit for themselves is as bad by the area under their curve, then by name. */
    public List<Trials> worstFirst() {
        return trials.stream()
                .sorted(Comparator.comparingDouble(
                                (Trials entity) -> -entity.by(EVIDENCE).errorRate())
                        .thenComparingDouble(entity -> entity.by(EVIDENCE).area())
                        .thenComparing(Trials::entity))
                .toList();
    }
}
