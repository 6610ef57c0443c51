package dev.twinwatch.trainer.retraining;

import dev.twinwatch.engine.detection.Review;
import dev.twinwatch.trainer.backtest.Takeover;
import dev.twinwatch.trainer.source.Label;

/**
 * Labels of events that people were asked about though no alert said anything of them. Labels of alerts tell only of frauds that the
 * live model catches; one of these stands for all events below the limit of which nobody was asked, so that it counts by the inverse of
 * the share that is drawn (Horvitz and Thompson 1952), truncated so that no single label decides.
 *
 * @param review how events are drawn
 */
record ReviewSample(Review review) {
    static final double MOST = 10;

    /** Whether a label is of an event that was drawn. */
    boolean has(Label label) {
        return !label.eventId().isEmpty() && review.draws(label.eventId());
    }

    /** For how many takeovers one stands: 1 where any label of it is of an alert. */
    double weight(Takeover takeover) {
        boolean drawn =
                !takeover.labels().isEmpty() && takeover.labels().stream().allMatch(this::has);
        return drawn ? Math.min(MOST, 1 / review.share()) : 1;
    }
}
