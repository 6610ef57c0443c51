package dev.twinwatch.stream.dashboard;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one instance of the service is and what it has done.
 *
 * @param watch name of the watch
 * @param entity what the watch calls those whose behaviour is learned, for example `customer`
 * @param amount the field that says what is at stake in an event; null where the watch names none
 * @param fields the field that a feature is made of, by feature
 * @param phase what it is doing
 * @param problem why it gave up or what it waits for, in words; empty for nothing
 * @param startedAt milliseconds since 1970-01-01 UTC
 * @param model null where none is live: events are learned from and not scored
 * @param tasks partitions that this instance decides about
 * @param standbys partitions of which it keeps a warm copy
 * @param restore how far the state is here
 * @param waiting events that were sent and not read yet; null where that is not known
 * @param broker whether Kafka answers; null before it was asked
 * @param registry whether the schema registry answers; null before it was asked
 * @param outcomes events since the start by what became of them
 * @param heldBack events since the start that the trained limit would have flagged and the one in force did not
 * @param deadLetters records since the start that could not be read
 * @param rates since the start, at most of the last hour
 */
public record Status(
        String watch,
        String entity,
        @Nullable String amount,
        Map<String, String> fields,
        Phase phase,
        String problem,
        long startedAt,
        @Nullable LiveModel model,
        int tasks,
        int standbys,
        Restore restore,
        @Nullable Long waiting,
        @Nullable Boolean broker,
        @Nullable Boolean registry,
        Map<String, Long> outcomes,
        long heldBack,
        long deadLetters,
        Rates.Now rates) {

    /** What the service is doing. */
    public enum Phase {
        /** It waits for Kafka or the registry, or for its share of the partitions. */
        STARTING,
        /** It reads its state back from Kafka. */
        RESTORING,
        /** It decides. */
        RUNNING,
        /** It gave up and will not come back by itself. */
        GAVE_UP
    }

    /**
     * What decides.
     *
     * @param version SHA-256 of the bundle
     * @param epoch counts the changes of the model
     * @param since when it was published, milliseconds since 1970-01-01 UTC
     * @param limit of the evidence, the newest (log likelihood ratio, no unit)
     * @param trainedLimit the one that training found
     */
    public record LiveModel(String version, long epoch, long since, double limit, double trainedLimit) {}

    /**
     * How far the state is back; both 0 where nothing is restored.
     *
     * @param done records read
     * @param total records to read
     */
    public record Restore(long done, long total) {}
}
