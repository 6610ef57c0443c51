package dev.twinwatch.stream.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When and how a model is trained anew, beside the running service.
 *
 * @param labels new ones that lead to it
 * @param every time after the last one that leads to it; empty: none
 * @param history how far back from the newest event it learns
 * @param mostEvents the newest that it reads
 * @param live whether a model that passed the gates decides at once; else it scores along
 * @param mostRecallLost by which share of takeovers the candidate may catch fewer, 0 to 1
 * @param mostFalseAlerts how many times those of the live model, or of the budget, the candidate may raise
 * @param iterations most batches of a training
 * @param httpPort of its metrics; 0: any free one
 */
public record RetrainingSettings(
        int labels,
        Optional<Duration> every,
        Duration history,
        int mostEvents,
        boolean live,
        double mostRecallLost,
        double mostFalseAlerts,
        int iterations,
        int httpPort) {

    static RetrainingSettings of(Values values) {
        return new RetrainingSettings(
                values.integer(Setting.RETRAINING_LABELS, 1, 1_000_000),
                values.durationOrOff(Setting.RETRAINING_EVERY, Duration.ofMinutes(1), Duration.ofDays(3650)),
                values.duration(Setting.RETRAINING_HISTORY, Duration.ofHours(1), Duration.ofDays(3650)),
                values.integer(Setting.RETRAINING_MOST_EVENTS, 1_000, 1_000_000_000),
                values.choice(Setting.RETRAINING_PUBLISH, List.of("shadow", "live"))
                        .equals("live"),
                values.number(Setting.RETRAINING_RECALL_LOST, 0, 1),
                values.number(Setting.RETRAINING_FALSE_ALERTS, 0, 1_000),
                values.integer(Setting.RETRAINING_ITERATIONS, 1, 1_000_000),
                values.integer(Setting.RETRAINING_PORT, 0, 65535));
    }
}
