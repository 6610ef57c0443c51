package dev.twinwatch.trainer.evaluation;

import java.util.List;

/**
 * How well entities are told apart that are known by few windows.
 *
 * @param references windows that each entity is known by
 * @param trials of the entities that have so many references; empty where none has
 */
public record FewShots(int references, List<Trials> trials) {
    /** Numbers of references that are tried. */
    static final List<Integer> TRIED = List.of(1, 2, 5, 10, 50);

    public FewShots {
        trials = List.copyOf(trials);
    }

    /** One measure with one limit for all; throws where no entity has so many references. */
    public Discrimination by(int measure) {
        return Trials.together(trials, measure);
    }
}
