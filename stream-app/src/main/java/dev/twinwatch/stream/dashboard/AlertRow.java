package dev.twinwatch.stream.dashboard;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.NearestCase;
import dev.twinwatch.contracts.NearestEntity;
import dev.twinwatch.contracts.NearestReference;
import dev.twinwatch.contracts.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One story as a person sees it, with what people said of it. Texts are cut to what a screen can show; they come from events
 * and from people, so whoever shows them must not take them for markup.
 *
 * @param id of the alert
 * @param entity whose behaviour it is
 * @param state OPENED, GROWN or CLOSED
 * @param severity LOW, MEDIUM, HIGH or CRITICAL
 * @param opened the first event over the limit
 * @param latest the last event over the limit so far
 * @param events how many events were over the limit
 * @param evidence log likelihood ratio of the latest event, no unit
 * @param peak the highest evidence since opening, no unit
 * @param limit above which an event counted, no unit
 * @param distance of the latest window to the references, 0 is alike, no unit
 * @param references with how many reference windows it was compared
 * @param reasons the most telling first
 * @param nearestReference what of its own the latest window is most like; null where that is not known
 * @param nearestEntity whom it acts like; null where that is not known
 * @param nearestCase the confirmed fraud that it is most like; null where there is none
 * @param valueAtRisk amount times probability, in the unit of the amount; null where the watch names none
 * @param model SHA-256 of the bundle that decided
 * @param said what people said last; null for nothing yet
 * @param openedAt orders the rows: when the story opened, milliseconds since 1970-01-01 UTC; where the watch has no calendar,
 *     when its first record was sent
 * @param change running number of the row's last change in this view
 */
public record AlertRow(
        String id,
        String entity,
        String state,
        String severity,
        EventAt opened,
        EventAt latest,
        int events,
        double evidence,
        double peak,
        double limit,
        double distance,
        int references,
        List<Why> reasons,
        @Nullable Own nearestReference,
        @Nullable Other nearestEntity,
        @Nullable Case nearestCase,
        @Nullable Double valueAtRisk,
        String model,
        @Nullable Said said,
        long openedAt,
        long change) {
    private static final int LONGEST_TEXT = 300;

    /**
     * Which event, and when.
     *
     * @param time milliseconds since 1970-01-01 UTC; null where the watch has no calendar
     * @param number running number among the events of the entity
     */
    public record EventAt(String id, @Nullable Long time, long number) {
        static EventAt of(EventRef event) {
            return new EventAt(cut(event.getEventId()), millis(event.getEventTime()), event.getSequenceNumber());
        }
    }

    /**
     * One reason.
     *
     * @param share part of the evidence that it explains, 0 to 1
     * @param events those that carry it
     */
    public record Why(String feature, String words, String observed, String usual, double share, List<Place> events) {
        static Why of(Reason reason) {
            return new Why(
                    cut(reason.getFeature()),
                    cut(reason.getWords()),
                    cut(reason.getObserved()),
                    cut(reason.getUsual()),
                    reason.getShare(),
                    Place.of(reason));
        }
    }

    /**
     * An event by its place among those of the entity.
     *
     * @param time milliseconds since 1970-01-01 UTC; null where the watch has no calendar
     */
    public record Place(@Nullable Long time, long number) {
        static List<Place> of(Reason reason) {
            List<Long> numbers = reason.getEvents();
            List<Instant> times = reason.getEventTimes();
            return IntStream.range(0, numbers.size())
                    .mapToObj(i -> new Place(i < times.size() ? millis(times.get(i)) : null, numbers.get(i)))
                    .toList();
        }
    }

    /**
     * A reference window of the entity.
     *
     * @param latest its last event
     */
    public record Own(Place latest, double distance) {
        static @Nullable Own of(@Nullable NearestReference nearest) {
            return nearest == null
                    ? null
                    : new Own(
                            new Place(millis(nearest.getEventTime()), nearest.getSequenceNumber()),
                            nearest.getDistance());
        }
    }

    /**
     * Another entity.
     *
     * @param entity null where the model was trained without names
     */
    public record Other(@Nullable String entity, double distance) {
        static @Nullable Other of(@Nullable NearestEntity nearest) {
            return nearest == null
                    ? null
                    : new Other(nearest.getEntity() == null ? null : cut(nearest.getEntity()), nearest.getDistance());
        }
    }

    /** A confirmed fraud. */
    public record Case(String id, double distance) {
        static @Nullable Case of(@Nullable NearestCase nearest) {
            return nearest == null ? null : new Case(cut(nearest.getCaseId()), nearest.getDistance());
        }
    }

    /**
     * What somebody found out.
     *
     * @param verdict FRAUD or LEGITIMATE
     * @param at when it became known, milliseconds since 1970-01-01 UTC
     */
    public record Said(String verdict, String who, @Nullable String comment, long at) {
        static Said of(Feedback feedback) {
            return new Said(
                    feedback.getLabel().name(),
                    cut(feedback.getWho()),
                    feedback.getComment() == null ? null : cut(feedback.getComment()),
                    feedback.getKnownAt().toEpochMilli());
        }
    }

    static AlertRow of(Alert alert, @Nullable Said said, long openedAt, long change) {
        return new AlertRow(
                alert.getAlertId(),
                cut(alert.getEntity()),
                alert.getState().name(),
                alert.getSeverity().name(),
                EventAt.of(alert.getOpeningEvent()),
                EventAt.of(alert.getLatestEvent()),
                alert.getEvents(),
                alert.getEvidence(),
                alert.getPeakEvidence(),
                alert.getLimit(),
                alert.getDistance(),
                alert.getReferences(),
                alert.getReasons().stream().map(Why::of).toList(),
                Own.of(alert.getNearestReference()),
                Other.of(alert.getNearestEntity()),
                Case.of(alert.getNearestCase()),
                alert.getValueAtRisk(),
                alert.getModelVersion(),
                said,
                openedAt,
                change);
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
