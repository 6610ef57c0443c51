package dev.twinwatch.sandbox.simulator;

import java.util.EnumSet;
import java.util.Set;

/** How much somebody who takes over an account takes care to look like its owner. */
public enum Style {
    GREEDY(0.1),
    ORDINARY(0.4),
    CAREFUL(0.7);

    private final double copyProbability;

    Style(double copyProbability) {
        this.copyProbability = copyProbability;
    }

    /** With which probability each attribute is copied, each for itself, 0 to 1. */
    public double copyProbability() {
        return copyProbability;
    }

    /**
     * Which attributes are copied, each for itself. Where it is all of them, nothing tells the takeover from the owner: a
     * quarter of the careful ones are such, and nobody can catch them but by luck.
     */
    Set<Attribute> drawCopied(Draws draws) {
        Set<Attribute> copied = EnumSet.noneOf(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            if (draws.chance(copyProbability)) {
                copied.add(attribute);
            }
        }
        return copied;
    }
}
