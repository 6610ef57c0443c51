package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Alert;
import java.util.Optional;

/** What became of one piece of feedback. */
public sealed interface FeedbackOutcome {
    /** The alert that the feedback closed. */
    default Optional<Alert> closed() {
        return Optional.empty();
    }

    /** The window became a reference; the alert that it raised, if still open, is closed. */
    record Absorbed(int references, Optional<Alert> closed) implements FeedbackOutcome {}

    /**
     * The window is older than all that people vouched for, who may fill half of the places: it did not become a reference;
     * the alert that it raised, if still open, is closed.
     */
    record Outlived(int references, Optional<Alert> closed) implements FeedbackOutcome {}

    /** References from the fraud on were taken out. */
    record TakenOut(int removed, int references) implements FeedbackOutcome {}

    /** Nothing is kept under that id: it was never an alert, or it is too long ago; or the entity was never seen. */
    record Unknown(String id) implements FeedbackOutcome {}
}
