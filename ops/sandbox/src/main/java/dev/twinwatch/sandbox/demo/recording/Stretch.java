package dev.twinwatch.sandbox.demo.recording;

import java.util.Set;

/**
 * Successive events of an entity that were not its own.
 *
 * @param entity the victim
 * @param style how the attacker behaved; {@link #LABELLED} where only a label tells
 * @param first number of the first such event among the entity's events, from 1
 * @param last number of the last one, at least the first
 * @param foreign fields in which the attacker did not copy the entity; empty where nobody knows
 */
public record Stretch(String entity, String style, int first, int last, Set<String> foreign) {
    /** The style of a stretch out of a file of labels. */
    public static final String LABELLED = "LABELLED";

    public Stretch {
        foreign = Set.copyOf(foreign);
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "stretch of " + entity + " goes from event " + first + " to " + last + ", expected 1 or later");
        }
    }

    /** One of which nobody knows what was copied. */
    public Stretch(String entity, String style, int first, int last) {
        this(entity, style, first, last, Set.of());
    }

    /** The same up to a later event. */
    Stretch upTo(int number) {
        return new Stretch(entity, style, first, number, foreign);
    }

    /** Whether this event of the entity belongs to it. */
    public boolean covers(int number) {
        return first <= number && number <= last;
    }

    /** How many events. */
    public int events() {
        return last - first + 1;
    }
}
