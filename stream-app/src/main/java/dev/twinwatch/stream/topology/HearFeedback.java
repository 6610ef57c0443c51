package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.engine.control.CaseRecord;
import dev.twinwatch.engine.control.FeedbackRecord;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.FeedbackOutcome;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.stream.metrics.Counts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears feedback, counts it, and says for the audit what came of it. */
final class HearFeedback {
    private static final Logger LOG = LoggerFactory.getLogger(HearFeedback.class);
    /** Before the id, in what the audit names. */
    private static final String AUDITED = "feedback/";

    private final Layout layout;
    private final Counts counts;

    HearFeedback(Layout layout, Counts counts) {
        this.layout = layout;
        this.counts = counts;
    }

    /** What it changes among the cases of all instances. */
    Optional<CaseRecord> caseOf(Detector detector, Feedback feedback, Instant at) {
        return new FeedbackRecord(feedback).fraudCase(layout, detector, at);
    }

    /**
     * Does what it asks for to the state of its entity.
     *
     * @param fraudCase what it changes elsewhere, if it is no repetition
     */
    FeedbackOutcome of(Detector detector, Feedback feedback, Optional<CaseRecord> fraudCase) {
        FeedbackOutcome result = new FeedbackRecord(feedback).hear(layout, detector, fraudCase);
        counts.feedback(result.code().toLowerCase(Locale.ROOT));
        if (result instanceof FeedbackOutcome.Unknown) {
            LOG.warn(
                    "feedback about {} finds nothing: it was never kept, or longer ago than evidence.retention;"
                            + " labels for training are not affected",
                    ids(feedback));
        }
        return result;
    }

    /** Whether it says something new of an alert that is known. */
    static boolean judgesAnAlert(Feedback feedback, FeedbackOutcome result) {
        return feedback.getAlertId() != null
                && !(result instanceof FeedbackOutcome.Repeated)
                && !(result instanceof FeedbackOutcome.Unknown);
    }

    /** Who said what of which alert or event, and what came of it. */
    Audit audit(Feedback feedback, FeedbackOutcome result, Instant at) {
        String after = result instanceof FeedbackOutcome.Contradicted contradicted
                ? result.code() + ": " + contradicted.done().code()
                : result.code();
        String before = result instanceof FeedbackOutcome.Contradicted contradicted
                ? contradicted.before().name()
                : result instanceof FeedbackOutcome.Repeated repeated
                        ? repeated.word().name()
                        : null;
        String why = feedback.getComment() == null ? "" : feedback.getComment();
        return new Audit(at, feedback.getWho(), why, AUDITED + ids(feedback).get(0), before, after);
    }

    private static List<String> ids(Feedback feedback) {
        return new FeedbackRecord(feedback).ids();
    }
}
