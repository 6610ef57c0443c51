package dev.twinwatch.stream.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.RefusedReleaseException;
import dev.twinwatch.stream.dashboard.PublishedModels;
import dev.twinwatch.stream.dashboard.RecentAlerts;
import dev.twinwatch.stream.dashboard.Reviews;
import dev.twinwatch.stream.dashboard.Status;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows and what it may do.
 *
 * @param names host names under which it may be opened, beside those of this machine itself
 * @param recent the alerts
 * @param reviews the events below the limit about which people are asked
 * @param status asked anew each time, from many threads
 * @param answers where feedback on alerts goes
 * @param eventAnswers where feedback on events goes
 * @param models which of them decide, and how that is changed
 */
public record Page(
        List<String> names,
        RecentAlerts recent,
        Reviews reviews,
        Supplier<Status> status,
        Answers answers,
        EventAnswers eventAnswers,
        Models models) {

    /** Takes what somebody found out about an alert. */
    @FunctionalInterface
    public interface Answers {
        /**
         * Returns once it is kept.
         *
         * @throws IllegalStateException if it could not be kept, with what to do
         */
        void take(Alert alert, Label label, String who, @Nullable String comment) throws InterruptedException;
    }

    /** Takes what somebody found out about an event. */
    @FunctionalInterface
    public interface EventAnswers {
        /**
         * Returns once it is kept.
         *
         * @throws IllegalStateException if it could not be kept, with what to do
         */
        void take(String event, String entity, Label label, String who, @Nullable String comment)
                throws InterruptedException;
    }

    /** Which models there are, and how that is changed. */
    public interface Models {
        /**
         * What is published now.
         *
         * @throws RuntimeException if it cannot be read, with what to do
         */
        PublishedModels published() throws InterruptedException;

        /**
         * How the shadow does beside the live model, as `models compare --json` says it.
         *
         * @throws RuntimeException if there is no shadow or it cannot be read, with what to do
         */
        ObjectNode comparison() throws InterruptedException;

        /**
         * Returns once it is committed.
         *
         * @throws RefusedReleaseException if it is not made for a reason that stands on the control topic
         * @throws IllegalStateException if it could not be written, with what to do
         */
        ModelPublisher.Published change(ModelOrder order) throws InterruptedException;
    }
}
