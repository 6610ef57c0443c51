package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.trainer.source.Label;

/** A label of fraud, and how the attacker behaved as far as anybody knows. */
public record Known(Label label, String style) {
    /** Whether the label speaks of a single event and not of a stretch. */
    boolean ofOneEvent() {
        return !label.eventId().isEmpty() || label.from() == label.to();
    }
}
