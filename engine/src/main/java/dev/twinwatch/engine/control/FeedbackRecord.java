package dev.twinwatch.engine.control;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.FeedbackOutcome;
import dev.twinwatch.engine.detection.Said;
import dev.twinwatch.engine.detection.Word;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.KeptEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One record of the feedback topic: whether it can be heard, what it is about, and what it changes.
 *
 * @param feedback one that has no {@link #problem}
 */
public record FeedbackRecord(Feedback feedback) {
    private static final String NO_ENTITY = "feedback has no value or no entity: say whose behaviour it is about";
    /** Beyond these a sender wrote another unit than milliseconds. */
    private static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Why it cannot be heard, and what to write instead; empty where it can. */
    public static Optional<String> problem(@Nullable Feedback feedback) {
        if (feedback == null || feedback.getEntity().isBlank()) {
            return Optional.of(NO_ENTITY);
        }
        if (new FeedbackRecord(feedback).ids().isEmpty()) {
            return Optional.of("feedback has neither alert_id nor event_id: say which alert or event it is about");
        }
        Instant time = feedback.getEventTime();
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            return Optional.of("feedback has event_time " + time.toEpochMilli() + ", which is " + time
                    + ": write milliseconds since 1970-01-01 UTC, or leave it out");
        }
        return Optional.empty();
    }

    /** The alert or event of which it speaks. A blank id names nothing. */
    public List<String> ids() {
        return Stream.of(feedback.getAlertId(), feedback.getEventId())
                .filter(id -> id != null && !id.isBlank())
                .toList();
    }

    /** What it changes among the cases of all instances, by the windows that are kept of any. */
    public Optional<CaseRecord> fraudCase(Layout layout, Detector detector, Instant at) {
        Optional<Window> window = ids().stream()
                .map(id -> detector.kept(feedback.getEntity(), id))
                .filter(kept -> !kept.isEmpty())
                .findFirst()
                .flatMap(kept -> FraudCase.mostTelling(
                        kept.stream().map(KeptEvidence::window).toList()));
        return CaseRecord.of(layout, feedback, caseId(ids().get(0)), window, at);
    }

    /**
     * Does what it asks for to the state of its entity.
     *
     * @param fraudCase what it changes elsewhere, if it is no repetition
     */
    public FeedbackOutcome hear(Layout layout, Detector detector, Optional<CaseRecord> fraudCase) {
        return detector.hear(
                feedback.getEntity(),
                new Said(
                        feedback.getLabel() == Label.LEGITIMATE ? Word.LEGITIMATE : Word.FRAUD,
                        ids(),
                        time(layout),
                        fraudCase.map(CaseRecord::change).isPresent()));
    }

    /**
     * All that it changes among the cases of all instances, where it came to this: its own case, and those of the alerts and events
     * of which the other word was said before.
     *
     * @param known cases, among which those of an earlier release are found
     */
    public List<CaseRecord> changes(Optional<CaseRecord> fraudCase, FeedbackOutcome outcome, FraudCases known) {
        if (outcome instanceof FeedbackOutcome.Repeated) {
            return List.of();
        }
        Stream<String> recanted = outcome.recanted().stream().map(this::caseId);
        Stream<String> ofEarlierReleases = Stream.concat(
                        fraudCase.stream().flatMap(own -> ids().stream()), outcome.recanted().stream())
                .filter(id -> known.has(id, feedback.getEntity()));
        String own = fraudCase.map(CaseRecord::id).orElse("");
        Stream<CaseRecord> takenBack = Stream.concat(recanted, ofEarlierReleases)
                .distinct()
                .filter(id -> !id.equals(own))
                .map(CaseRecord::takenBack);
        return Stream.concat(fraudCase.stream(), takenBack).toList();
    }

    /** Under which the case of an alert or event that it names stands. */
    private String caseId(String id) {
        return id.equals(feedback.getAlertId()) ? id : CaseRecord.idOfEvent(feedback.getEntity(), id);
    }

    private OptionalLong time(Layout layout) {
        Instant time = feedback.getEventTime();
        return time == null || !layout.watch().hasCalendar()
                ? OptionalLong.empty()
                : OptionalLong.of(TimeUnit.MILLISECONDS.toMicros(time.toEpochMilli()));
    }
}
