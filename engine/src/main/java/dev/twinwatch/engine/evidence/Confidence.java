package dev.twinwatch.engine.evidence;

import java.util.List;

/**
 * How much evidence counts while an entity has few references: a factor by their number. Few references say little of what an
 * entity does, so that honest windows stray further; with its factor each number of references spends the same budget.
 *
 * @param least references under which nothing is judged, 0 or more
 * @param byReferences for 0, 1, 2 references and so on: 0 to 1, never falling; more references count in full
 */
public record Confidence(int least, List<Double> byReferences) {
    /** Nothing is judged before two references count; from then on evidence counts in full. */
    public static final Confidence FROM_TWO_REFERENCES = new Confidence(2, List.of(0.0));

    public Confidence {
        byReferences = List.copyOf(byReferences);
        if (least < 0) {
            throw new IllegalArgumentException(
                    "confidence begins with " + least + " references, expected 0 or more: train again");
        }
        double before = 0;
        for (double factor : byReferences) {
            if (!(factor >= before && factor <= 1)) {
                throw new IllegalArgumentException("confidence by references is " + byReferences
                        + ", expected 0 to 1, never falling: train again");
            }
            before = factor;
        }
    }

    /** The factor for so many references. */
    public double of(int references) {
        return references < byReferences.size() ? byReferences.get(references) : 1;
    }

    /** Whether an entity with so many references is known as well as any. */
    public boolean isFull(int references) {
        return of(references) == 1;
    }
}
