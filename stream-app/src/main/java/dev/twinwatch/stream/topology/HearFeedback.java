package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.FeedbackOutcome;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.stream.metrics.Counts;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one feedback is about, by each way in which it says so, and what came of it. */
final class HearFeedback {
    private static final Logger LOG = LoggerFactory.getLogger(HearFeedback.class);

    private final Watch watch;
    private final Counts counts;

    HearFeedback(Watch watch, Counts counts) {
        this.watch = watch;
        this.counts = counts;
    }

    /** The alert or event of which it speaks. A blank id names nothing. */
    static List<String> ids(Feedback feedback) {
        return Stream.of(feedback.getAlertId(), feedback.getEventId())
                .filter(id -> id != null && !id.isBlank())
                .toList();
    }

    FeedbackOutcome of(Detector detector, Feedback feedback) {
        FeedbackOutcome result = outcome(detector, feedback);
        if (result instanceof FeedbackOutcome.Absorbed) {
            counts.feedback("absorbed");
        } else if (result instanceof FeedbackOutcome.Outlived) {
            counts.feedback("outlived");
        } else if (result instanceof FeedbackOutcome.TakenOut) {
            counts.feedback("taken_out");
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
        return legitimate || time == null || !watch.hasCalendar()
                ? result
                : detector.onFraudAt(entity, TimeUnit.MILLISECONDS.toMicros(time.toEpochMilli()));
    }
}
