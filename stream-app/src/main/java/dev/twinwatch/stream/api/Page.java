package dev.twinwatch.stream.api;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.stream.dashboard.RecentAlerts;
import dev.twinwatch.stream.dashboard.Status;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows and what it may do.
 *
 * @param names host names under which it may be opened, beside those of this machine itself
 * @param recent the alerts
 * @param status asked anew each time, from many threads
 * @param answers where feedback goes
 */
public record Page(List<String> names, RecentAlerts recent, Supplier<Status> status, Answers answers) {

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
}
