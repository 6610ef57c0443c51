package dev.twinwatch.engine.detection;

import java.util.List;
import java.util.OptionalLong;

/**
 * One piece of feedback about an entity.
 *
 * @param word what is said
 * @param ids of the alert, the event, or both; the first of which something is kept is the one that is meant
 * @param time when the event happened, in microseconds since 1970; empty where it is unknown or the watch has no calendar
 * @param byValues whether the values that it tells of the event count among all entities, even where nothing is kept
 */
public record Said(Word word, List<String> ids, OptionalLong time, boolean byValues) {
    public Said {
        ids = List.copyOf(ids);
    }

    /** Of an alert or event by its id alone. */
    public static Said of(Word word, String eventOrAlertId) {
        return new Said(word, List.of(eventOrAlertId), OptionalLong.empty(), false);
    }
}
