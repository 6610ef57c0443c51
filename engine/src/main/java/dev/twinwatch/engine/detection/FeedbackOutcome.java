package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Alert;
import java.util.List;
import java.util.Optional;

/** What became of one piece of feedback. */
public sealed interface FeedbackOutcome {
    /** Stable name, as the audit has it. */
    String code();

    /** The alert that the feedback closed. */
    default Optional<Alert> closed() {
        return Optional.empty();
    }

    /** Alerts and events of which the other word was said before, so that it no longer counts. */
    default List<String> recanted() {
        return List.of();
    }

    /** The window became a reference; the alert that it raised, if still open, is closed. */
    record Absorbed(int references, Optional<Alert> closed) implements FeedbackOutcome {
        @Override
        public String code() {
            return "ABSORBED";
        }
    }

    /**
     * The window is older than all that people vouched for, who may fill half of the places: it did not become a reference;
     * the alert that it raised, if still open, is closed.
     */
    record Outlived(int references, Optional<Alert> closed) implements FeedbackOutcome {
        @Override
        public String code() {
            return "OUTLIVED";
        }
    }

    /** References from the fraud on were taken out. */
    record TakenOut(int removed, int references) implements FeedbackOutcome {
        @Override
        public String code() {
            return "TAKEN_OUT";
        }
    }

    /** It was before the entity was reset, and so of somebody else: no reference comes or goes. */
    record BeforeReset() implements FeedbackOutcome {
        @Override
        public String code() {
            return "BEFORE_RESET";
        }
    }

    /** Nothing of the entity changes, but the values of the event count among all entities. */
    record ByValues() implements FeedbackOutcome {
        @Override
        public String code() {
            return "BY_VALUES";
        }
    }

    /**
     * Nothing is kept under that id: it was never an alert, or it is too long ago; or the entity was never seen. Only the next
     * training learns from it.
     */
    record Unknown(String id) implements FeedbackOutcome {
        @Override
        public String code() {
            return "KEPT_FOR_TRAINING";
        }
    }

    /** The same was said of the same before: nothing changes. */
    record Repeated(Word word) implements FeedbackOutcome {
        @Override
        public String code() {
            return "REPEATED";
        }
    }

    /** The other word was said of it, or of an event of it, before; the newer one counts, and this came of it. */
    record Contradicted(Word before, List<String> recanted, FeedbackOutcome done) implements FeedbackOutcome {
        public Contradicted {
            recanted = List.copyOf(recanted);
        }

        @Override
        public String code() {
            return "CONTRADICTED";
        }

        @Override
        public Optional<Alert> closed() {
            return done.closed();
        }
    }
}
