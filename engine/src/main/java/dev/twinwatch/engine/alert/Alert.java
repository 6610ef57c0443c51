package dev.twinwatch.engine.alert;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One alert as it stands now; one story of one entity keeps one id from opened to closed.
 *
 * @param id derived from watch, entity and opening event, so that a replay gives the same
 * @param entity whose behaviour changed
 * @param state what happened to the alert just now
 * @param severity the highest so far
 * @param opening the event that opened it
 * @param latest the last event over the limit so far
 * @param events events over the limit so far; the final count where it is closed
 * @param evidence of the latest event: log likelihood ratio, over 0 is unlike the entity; with what is at stake, where the watch
 *     names an amount
 * @param peak highest evidence so far
 * @param limit the limit in force; that at opening where a person closed it
 * @param distance of the embedding to the references; 0 where a person closed it
 * @param references how many references were compared with; none where a person closed it
 * @param reasons values never used before first, then the largest share; none where it is closed
 * @param likeness what the latest window is most like
 * @param stake what is at stake; empty where the watch names no amount, or the alert is closed
 */
public record Alert(
        String id,
        String entity,
        State state,
        Severity severity,
        EventRef opening,
        EventRef latest,
        int events,
        double evidence,
        double peak,
        double limit,
        double distance,
        int references,
        List<Reason> reasons,
        Likeness likeness,
        Optional<Stake> stake) {

    public Alert {
        reasons = List.copyOf(reasons);
    }

    /** What happened to an alert. */
    public enum State {
        /** Its first event is over the limit. */
        OPENED,
        /** Its severity rose. */
        GROWN,
        /** Nothing over the limit for a whole window, or a person said that it was fine. */
        CLOSED
    }

    /**
     * An event of the story.
     *
     * @param id its id
     * @param time microseconds since 1970, or a position
     * @param number running number within the entity
     */
    public record EventRef(String id, long time, long number) {}

    /** The id of the alert that an event opens. */
    public static String idOf(String watch, String entity, String openingEventId) {
        String name = watch + '\n' + entity + '\n' + openingEventId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
