package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.FeedbackOutcome;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.stream.control.CaseRecord;
import dev.twinwatch.stream.metrics.Counts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one feedback is about, by each way in which it says so, and what came of it. */
final class HearFeedback {
    private static final Logger LOG = LoggerFactory.getLogger(HearFeedback.class);

    private final Layout layout;
    private final Counts counts;

    HearFeedback(Layout layout, Counts counts) {
        this.layout = layout;
        this.counts = counts;
    }

    /** The alert or event of which it speaks. A blank id names nothing. */
    static List<String> ids(Feedback feedback) {
        return Stream.of(feedback.getAlertId(), feedback.getEventId())
                .filter(id -> id != null && !id.isBlank())
                .toList();
    }

    /** What it changes among the cases of all instances, under the first of its ids; by the windows that are kept of any. */
    Optional<CaseRecord> caseOf(Detector detector, Feedback feedback, Instant at) {
        List<String> ids = ids(feedback);
        Optional<Window> window = ids.stream()
                .map(id -> detector.kept(feedback.getEntity(), id))
                .filter(kept -> !kept.isEmpty())
                .findFirst()
                .flatMap(kept -> FraudCase.mostTelling(
                        kept.stream().map(KeptEvidence::window).toList()));
        return CaseRecord.of(layout, feedback, ids.get(0), window, at);
    }

    /**
     * Does what it asks for to the state of its entity.
     *
     * @param fraudCase what it changes elsewhere
     */
    FeedbackOutcome of(Detector detector, Feedback feedback, Optional<CaseRecord> fraudCase) {
        FeedbackOutcome result = outcome(detector, feedback);
        if (result instanceof FeedbackOutcome.Absorbed) {
            counts.feedback("absorbed");
        } else if (result instanceof FeedbackOutcome.Outlived) {
            counts.feedback("outlived");
        } else if (result instanceof FeedbackOutcome.TakenOut) {
            counts.feedback("taken_out");
        } else if (fraudCase.map(CaseRecord::change).isPresent()) {
            counts.feedback("by_values");
        } else {
            counts.feedback("unknown");
            LOG.warn(
                    "feedback about {} finds nothing: it was never kept, or longer ago than evidence.retention;"
                            + " labels for training are not affected",
                    ids(feedback));
        }
        return result;
    }

    private FeedbackOutcome outcome(Detector detector, Feedback feedback) {
        boolean legitimate = feedback.getLabel() == Label.LEGITIMATE;
        String entity = feedback.getEntity();
        FeedbackOutcome result = new FeedbackOutcome.Unknown("");
        for (String id : ids(feedback)) {
            result = legitimate ? detector.onLegitimate(entity, id) : detector.onFraud(entity, id);
            if (!(result instanceof FeedbackOutcome.Unknown)) {
                return result;
            }
        }
        Instant time = feedback.getEventTime();
        return legitimate || time == null || !layout.watch().hasCalendar()
                ? result
                : detector.onFraudAt(entity, TimeUnit.MILLISECONDS.toMicros(time.toEpochMilli()));
    }
}
