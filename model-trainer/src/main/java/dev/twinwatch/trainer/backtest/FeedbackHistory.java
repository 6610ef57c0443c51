package dev.twinwatch.trainer.backtest;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.engine.control.FeedbackRecord;
import dev.twinwatch.trainer.source.ContractSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What people said, by entity, each word with the moment at which it is heard: when it was written, or else became known. */
public final class FeedbackHistory {
    private final Map<String, List<Timed>> byEntity = new HashMap<>();
    private final List<String> refused = new ArrayList<>();
    private long size;

    /** @param moment microseconds since 1970 */
    record Timed(long moment, FeedbackRecord said) {}

    private FeedbackHistory() {}

    /**
     * All of a source; what cannot be heard is refused, as in the service.
     *
     * @throws dev.twinwatch.trainer.source.SourceException where the source cannot be read
     */
    public static FeedbackHistory read(ContractSource<Feedback> source) {
        FeedbackHistory history = new FeedbackHistory();
        source.forEach(history::take);
        history.byEntity.values().forEach(words -> words.sort(Comparator.comparingLong(Timed::moment)));
        return history;
    }

    private void take(ContractSource.Entry<Feedback> entry) {
        Feedback feedback = entry.value();
        Optional<String> problem =
                entry.problem().isEmpty() ? FeedbackRecord.problem(feedback) : Optional.of(entry.problem());
        if (feedback == null || problem.isPresent()) {
            refused.add(entry.place() + ": " + problem.orElse(""));
            return;
        }
        long moment = entry.writtenAt()
                .orElseGet(() ->
                        TimeUnit.MILLISECONDS.toMicros(feedback.getKnownAt().toEpochMilli()));
        byEntity.computeIfAbsent(feedback.getEntity(), entity -> new ArrayList<>())
                .add(new Timed(moment, new FeedbackRecord(feedback)));
        size++;
    }

    /** About one entity, in the order in which it is heard. */
    List<Timed> about(String entity) {
        return byEntity.getOrDefault(entity, List.of());
    }

    long size() {
        return size;
    }

    List<String> refused() {
        return refused;
    }
}
