package dev.twinwatch.engine.recent;

/**
 * An alert that is open: what happened since its opening event belongs to it and opens no second one.
 *
 * @param alertId its id
 * @param openingId id of the event that opened it
 * @param openingNumber running number of that event
 * @param openingTime time of that event
 * @param events how many events were over the limit since
 * @param peak highest evidence since
 * @param latestNumber running number of the newest event over the limit
 * @param limit the limit at opening
 * @param latestId id of that newest event; empty where a release noted it that kept no ids
 * @param latestTime its time
 */
public record Story(
        String alertId,
        String openingId,
        long openingNumber,
        long openingTime,
        int events,
        float peak,
        long latestNumber,
        double limit,
        String latestId,
        long latestTime) {

    /** The story of an alert whose first event this is. */
    public static Story opened(String alertId, String event, long number, long time, float evidence, double limit) {
        return new Story(alertId, event, number, time, 1, evidence, number, limit, event, time);
    }

    /** Whether its events have doubled since this was last so: at 1, 2, 4, 8 of them and so on. */
    public boolean hasDoubled() {
        return Integer.bitCount(events) == 1;
    }

    /** The same story after one more event over the limit. */
    public Story grown(float evidence, long number, String id, long time) {
        return new Story(
                alertId,
                openingId,
                openingNumber,
                openingTime,
                events + 1,
                Math.max(peak, evidence),
                number,
                limit,
                id,
                time);
    }
}
