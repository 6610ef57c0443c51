package dev.twinwatch.trainer.retraining;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.detection.Review;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.Label;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a retraining has before it.
 *
 * @param layout of the watch as it is now
 * @param live the bundle that decides; empty where none does yet
 * @param events the history, read several times and each time the same
 * @param labels what people found out
 * @param ways how a candidate is made, in the order in which they are tried
 * @param longest how far back from the newest event of the history it learns, where times are a calendar
 * @param review how events below the limit were drawn that people were asked about
 */
public record Material(
        Layout layout,
        Optional<Bundle> live,
        EventSource events,
        List<Label> labels,
        List<Way> ways,
        Duration longest,
        Review review) {
    public Material {
        labels = List.copyOf(labels);
        ways = List.copyOf(ways);
    }

    /** Those ways that make a model of the watch as it is now: one that only learns from labels reads the fields that it read. */
    List<Way> waysFrom(Bundle from) {
        boolean sameFields =
                from.model().layout().watch().features().equals(layout.watch().features());
        return ways.stream().filter(way -> sameFields || way != Way.TAUGHT).toList();
    }

    /** Labels of which were not asked because of an alert, and what they stand for. */
    ReviewSample reviewSample() {
        return new ReviewSample(review);
    }

    /** Whether there are labels of fraud, and no fewer than of the other kind; the review sample says nothing of alerts. */
    boolean mostLabelsSayFraud() {
        long frauds = ofAlerts(Label.Kind.FRAUD);
        return frauds > 0 && frauds >= ofAlerts(Label.Kind.LEGITIMATE);
    }

    /**
     * The share of alerts that are false, by labels that are not of the review sample: {@code (l + 1) / (l + f + 2)} of l that say
     * legitimate and f that say fraud, as of Laplace's rule of succession, since few labels prove little.
     */
    double shareOfFalse() {
        double legitimate = ofAlerts(Label.Kind.LEGITIMATE);
        return (legitimate + 1) / (legitimate + ofAlerts(Label.Kind.FRAUD) + 2);
    }

    /** How many labels are of the review sample. */
    long ofReview() {
        return labels.stream().filter(reviewSample()::has).count();
    }

    private long ofAlerts(Label.Kind kind) {
        ReviewSample sample = reviewSample();
        return labels.stream()
                .filter(label -> label.kind() == kind && !sample.has(label))
                .count();
    }

    long count(Label.Kind kind) {
        return labels.stream().filter(label -> label.kind() == kind).count();
    }
}
