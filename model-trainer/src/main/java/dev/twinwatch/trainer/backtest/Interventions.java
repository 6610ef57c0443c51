package dev.twinwatch.trainer.backtest;

import java.util.Optional;

/**
 * What people and the service said while the events happened, to act at the same moments again.
 *
 * <p>A moment is when a record was written, in microseconds since 1970, which the service sees too: what it does is done by the
 * order of arrival. Where records have no such time, as in files, it is the time of the event, what a control record says of
 * when it was asked for, and when feedback became known.
 *
 * @param control orders, limits and fraud cases; empty where nothing of them is known
 * @param feedback what people said of alerts and events; empty likewise
 */
public record Interventions(Optional<ControlHistory> control, Optional<FeedbackHistory> feedback) {
    /** Nobody said anything. */
    public static final Interventions NONE = new Interventions(Optional.empty(), Optional.empty());

    boolean isNone() {
        return control.isEmpty() && feedback.isEmpty();
    }
}
