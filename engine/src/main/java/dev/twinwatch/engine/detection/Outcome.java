package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.evidence.Comparison;
import java.util.Optional;

/** What became of one event; each event has exactly one outcome. */
public sealed interface Outcome {
    /** Stable name, as in the contract of scores. */
    String code();

    /** What the event did to an alert. */
    default Optional<Alert> alert() {
        return Optional.empty();
    }

    /**
     * Its evidence was compared with the limit; `review`: below it, and one of the few that are offered for review; `absorbed`: its
     * window became a reference.
     */
    record Scored(
            Comparison comparison,
            double evidence,
            double limit,
            int references,
            Enrolment enrolment,
            boolean flagged,
            boolean review,
            boolean absorbed,
            String alertId,
            Optional<Alert> alert)
            implements Outcome {
        @Override
        public String code() {
            return "SCORED";
        }

        /** Whether it is taken for the entity's own, as one of those that are known well. */
        public boolean isUsual() {
            return enrolment == Enrolment.READY && !flagged && alertId.isEmpty();
        }

        /** Distance of the embedding to the mean reference, in the metric of the watch. */
        public double distance() {
            return comparison.distance();
        }
    }

    /** Too little is known to score it; the reason says what is missing. The alert is one that a renewal ended. */
    record Learning(String why, int references, Optional<Alert> alert) implements Outcome {
        Learning(String why, int references) {
            this(why, references, Optional.empty());
        }

        @Override
        public String code() {
            return "LEARNING";
        }
    }

    /** History that was vouched for: learned without a verdict. The alert is one that a renewal ended. */
    record Enrolled(int references, Optional<Alert> alert) implements Outcome {
        Enrolled(int references) {
            this(references, Optional.empty());
        }

        @Override
        public String code() {
            return "ENROLLED";
        }
    }

    /** Older than the allowed lateness, by so many units of time; counted and kept out of the window. */
    record Late(long by) implements Outcome {
        @Override
        public String code() {
            return "LATE";
        }
    }

    /** Processed before: skipped. */
    record Duplicate() implements Outcome {
        @Override
        public String code() {
            return "DUPLICATE";
        }
    }
}
