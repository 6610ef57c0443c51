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

    /** With which probability each attribute is copied, each for itself, before {@link #drawCopied} draws again. */
    public double copyProbability() {
        return copyProbability;
    }

    /**
     * Which attributes are copied. A takeover in which all were copied could not be told from the owner by anything:
     * such a draw is thrown away and drawn again, so that at least one attribute remains the attacker's. Copying is
     * by that rarer than {@link #copyProbability}: about .10, .38 and .61 of the attributes.
     */
    Set<Attribute> drawCopied(Draws draws) {
        Set<Attribute> copied = EnumSet.noneOf(Attribute.class);
        do {
            copied.clear();
            for (Attribute attribute : Attribute.values()) {
                if (draws.chance(copyProbability)) {
                    copied.add(attribute);
                }
            }
        } while (copied.size() == Attribute.values().length);
        return copied;
    }
}
