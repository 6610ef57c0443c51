package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.control.CaseRecord;
import dev.twinwatch.stream.drift.DayCounts;
import dev.twinwatch.stream.limits.Tally;

/** What step decide has to write. */
sealed interface Decided {
    /** An alert that changed. */
    record OfAlert(Alert alert) implements Decided {}

    /** The outcome of an event. */
    record OfScore(Score score) implements Decided {}

    /** A case that all instances are to know, or to forget. */
    record OfCase(CaseRecord fraudCase) implements Decided {}

    /** What was counted for the limit. */
    record OfTally(Tally tally) implements Decided {}

    /** What was counted of genuine traffic. */
    record OfTraffic(DayCounts counts) implements Decided {}

    /** What came of one piece of feedback. */
    record OfAudit(Audit audit) implements Decided {}
}
