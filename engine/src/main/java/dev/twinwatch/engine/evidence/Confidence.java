package dev.twinwatch.engine.evidence;

import java.util.List;

/**
 * How much evidence counts while an entity has few references. They say little of what an entity does, so that honest windows
 * stray further; drawn towards what is usual, each number of references spends the same budget.
 *
 * @param least references under which nothing is judged, 0 or more
 * @param drawn in which way evidence is drawn
 * @param byReferences by how much, for 0, 1, 2 references and so on, never falling; evidence of more references counts in full
 */
public record Confidence(int least, Drawn drawn, List<Double> byReferences) {
    /** Nothing is judged before two references count; from then on evidence counts in full. */
    public static final Confidence FROM_TWO_REFERENCES = ofFactors(2, List.of(0.0));

    /** The way in which evidence is drawn; bundles hold the names. */
    public enum Drawn {
        /** Multiplied by 0 to 1: for limits over 0, under which the evidence of whoever is unknown stays then. */
        BY_FACTOR(0, 1) {
            @Override
            double applied(double evidence, double factor) {
                return factor == 0 ? 0 : factor * evidence;
            }
        },
        /** Shifted by 0 or less: a factor draws towards 0, and so over any limit under 0. */
        BY_SHIFT(-Double.MAX_VALUE, 0) {
            @Override
            double applied(double evidence, double shift) {
                return evidence + shift;
            }
        };

        private final double most;
        private final double full;

        Drawn(double most, double full) {
            this.most = most;
            this.full = full;
        }

        abstract double applied(double evidence, double by);

        /** What leaves evidence as it is. */
        public double full() {
            return full;
        }

        private String range() {
            return this == BY_FACTOR ? "0 to 1" : "0 or less";
        }
    }

    public Confidence {
        byReferences = List.copyOf(byReferences);
        if (least < 0) {
            throw new IllegalArgumentException(
                    "confidence begins with " + least + " references, expected 0 or more: train again");
        }
        double before = drawn.most;
        for (double by : byReferences) {
            if (!(by >= before && by <= drawn.full)) {
                throw new IllegalArgumentException("confidence by references is " + byReferences + ", expected "
                        + drawn.range() + ", never falling: train again");
            }
            before = by;
        }
    }

    /** By factors of 0 to 1. */
    public static Confidence ofFactors(int least, List<Double> byReferences) {
        return new Confidence(least, Drawn.BY_FACTOR, byReferences);
    }

    /** By shifts of 0 or less. */
    public static Confidence ofShifts(int least, List<Double> byReferences) {
        return new Confidence(least, Drawn.BY_SHIFT, byReferences);
    }

    /** What evidence counts for with so many references. */
    public double counted(double evidence, int references) {
        return drawn.applied(evidence, by(references));
    }

    /** The factor or shift for so many references. */
    public double by(int references) {
        return references < byReferences.size() ? byReferences.get(references) : drawn.full;
    }

    /** Whether an entity with so many references is known as well as any. */
    public boolean isFull(int references) {
        return by(references) == drawn.full;
    }
}
