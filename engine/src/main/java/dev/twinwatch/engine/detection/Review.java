package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.watch.Rates;
import java.util.Optional;

/**
 * Which of the events below the limit people are asked about, so that labels are not only those of alerts. An event is drawn by
 * the hash of its id, so that backtest and service, before and after a restart, draw the same ones.
 *
 * @param share of the events, 0 to 1
 */
public record Review(double share) {
    /** So many on a usual day, over all entities, where nobody asks for another number. */
    public static final int USUAL_PER_DAY = 5;
    /** Where it is not known how many events a day has. */
    public static final Review ONE_IN_THOUSAND = new Review(1e-3);

    public Review {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of events for review is " + share + ", expected 0 to 1");
        }
    }

    /**
     * So many on a usual day.
     *
     * @param perDay over all entities; 0 for none
     * @param rates of the history that the model learned from; empty where it has no days
     */
    public static Review of(int perDay, Optional<Rates> rates) {
        return perDay == 0
                ? new Review(0)
                : rates.map(known -> new Review(Math.min(1, perDay / known.eventsPerDay())))
                        .orElse(ONE_IN_THOUSAND);
    }

    boolean draws(Event event) {
        return draws(event.id());
    }

    /** Whether an event with this id is asked about, where it lies below the limit. */
    public boolean draws(String eventId) {
        return (Hash64.of(eventId) >>> 11) * 0x1.0p-53 < share;
    }
}
