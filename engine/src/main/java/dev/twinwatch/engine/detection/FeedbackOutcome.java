package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Alert;
import java.util.Optional;

/** What became of one piece of feedback. */
public sealed interface FeedbackOutcome {
    /** The window became a reference; the alert that it raised, if still open, is closed. */
    record Absorbed(int references, Optional<Alert> closed) implements FeedbackOutcome {}

    /** References from the fraud on were taken out. */
    record TakenOut(int removed, int references) implements FeedbackOutcome {}

    /** Nothing is kept under that id: it was never an alert, or it is too long ago. */
    record Unknown(String id) implements FeedbackOutcome {}
}
