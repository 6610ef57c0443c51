package dev.twinwatch.engine.watch;

/**
 * How much happens on a usual day of a history.
 *
 * @param eventsPerDay events, over 0
 * @param entitiesPerDay entities with at least one event, over 0
 */
public record Rates(double eventsPerDay, double entitiesPerDay) {
    public Rates {
        if (!(eventsPerDay > 0
                && entitiesPerDay > 0
                && Double.isFinite(eventsPerDay)
                && Double.isFinite(entitiesPerDay))) {
            throw new IllegalArgumentException("rates are " + eventsPerDay + " events and " + entitiesPerDay
                    + " entities a day, expected both over 0");
        }
    }
}
