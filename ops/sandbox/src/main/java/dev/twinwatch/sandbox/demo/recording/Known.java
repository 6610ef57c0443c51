package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.trainer.source.Label;
import java.util.Set;

/**
 * A label of fraud, and how the attacker behaved as far as anybody knows.
 *
 * @param style of the attacker
 * @param foreign fields in which the attacker did not copy the entity; empty where nobody knows
 */
public record Known(Label label, String style, Set<String> foreign) {
    public Known {
        foreign = Set.copyOf(foreign);
    }

    /** Whether the label speaks of a single event and not of a stretch. */
    boolean ofOneEvent() {
        return !label.eventId().isEmpty() || label.from() == label.to();
    }
}
