package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.FeedbackOutcome;
import dev.twinwatch.engine.detection.Said;
import dev.twinwatch.engine.detection.Word;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.KeptEvidence;
import dev.twinwatch.stream.control.CaseRecord;
import dev.twinwatch.stream.metrics.Counts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one feedback is about, by each way in which it says so, and what came of it. */
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
     * @param fraudCase what it changes elsewhere, if it is no repetition
     */
    FeedbackOutcome of(Detector detector, Feedback feedback, Optional<CaseRecord> fraudCase) {
        FeedbackOutcome result = detector.hear(
                feedback.getEntity(),
                new Said(
                        feedback.getLabel() == Label.LEGITIMATE ? Word.LEGITIMATE : Word.FRAUD,
                        ids(feedback),
                        time(feedback),
                        fraudCase.map(CaseRecord::change).isPresent()));
        counts.feedback(result.code().toLowerCase(Locale.ROOT));
        if (result instanceof FeedbackOutcome.Unknown) {
            LOG.warn(
                    "feedback about {} finds nothing: it was never kept, or longer ago than evidence.retention;"
                            + " labels for training are not affected",
                    ids(feedback));
        }
        return result;
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

    private OptionalLong time(Feedback feedback) {
        Instant time = feedback.getEventTime();
        return time == null || !layout.watch().hasCalendar()
                ? OptionalLong.empty()
                : OptionalLong.of(TimeUnit.MILLISECONDS.toMicros(time.toEpochMilli()));
    }
}
