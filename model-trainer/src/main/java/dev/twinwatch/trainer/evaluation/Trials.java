package dev.twinwatch.trainer.evaluation;

import java.util.List;

/**
 * What all measures said about windows that claim to be one entity's.
 *
 * @param entity claimed
 * @param windows in its history
 * @param references it was known by
 * @param own one array per window of its own, with a value for each measure
 * @param others the same for windows of others
 */
public record Trials(String entity, int windows, int references, List<double[]> own, List<double[]> others) {
    public Trials {
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    /** How well one measure does on this entity alone. */
    public Discrimination by(int measure) {
        return together(List.of(this), measure);
    }

    /** How well one measure does on all with the same limit. */
    static Discrimination together(List<Trials> all, int measure) {
        return new Discrimination(
                all.stream()
                        .flatMap(trials -> trials.own().stream())
                        .map(values -> values[measure])
                        .toList(),
                all.stream()
                        .flatMap(trials -> trials.others().stream())
                        .map(values -> values[measure])
                        .toList());
    }
}
