package dev.twinwatch.stream.api;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Label;
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
 */
public record Page(
        List<String> names,
        RecentAlerts recent,
        Reviews reviews,
        Supplier<Status> status,
        Answers answers,
        EventAnswers eventAnswers) {

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
}
