package dev.twinwatch.retrainer.journal;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.retrainer.history.Offsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the topic of retraining has said so far: what is asked for, what was begun and not ended, how the last one ended. */
public final class Journal {
    private final Map<String, Retraining> requests = new LinkedHashMap<>();
    private final Map<String, Retraining> begun = new LinkedHashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<String, Retraining> ends = new HashMap<>();
    /** Requests that the next one to begin answers too. */
    private final Set<String> skipped = new HashSet<>();

    private final Map<String, String> answeredBy = new HashMap<>();
    private @Nullable Retraining lastBegun;
    private @Nullable Retraining lastEnd;

    /** Takes the next record, in the order of the topic. */
    public void add(Retraining step) {
        switch (step.getWhat()) {
            case REQUESTED -> {
                if (!answered.contains(step.getId())) {
                    requests.put(step.getId(), step);
                }
            }
            case STARTED -> {
                requests.remove(step.getId());
                answered.add(step.getId());
                begun.put(step.getId(), step);
                lastBegun = step;
                skipped.forEach(id -> answeredBy.put(id, step.getId()));
                skipped.clear();
            }
            case PUBLISHED, REFUSED, FAILED -> {
                requests.remove(step.getId());
                answered.add(step.getId());
                begun.remove(step.getId());
                lastEnd = step;
                ends.put(step.getId(), step);
            }
            case SKIPPED -> {
                requests.remove(step.getId());
                answered.add(step.getId());
                skipped.add(step.getId());
            }
            case PROGRESS -> {
                // says nothing that holds on
            }
        }
    }

    /** Those that nobody has answered, in their order. */
    public List<Retraining> requests() {
        return List.copyOf(requests.values());
    }

    /** One that was begun and has not ended: whoever did it is gone. */
    public Optional<Retraining> unfinished() {
        return begun.values().stream().findFirst();
    }

    /** Up to where the last one that was begun had read the topic of feedback. */
    public Offsets feedbackRead() {
        return lastBegun == null ? Offsets.BEGINNING : new Offsets(lastBegun.getFeedbackRead());
    }

    /** When the last one ended; empty where none did. */
    public Optional<Instant> lastEnd() {
        return Optional.ofNullable(lastEnd).map(Retraining::getAt);
    }

    /** How this one ended, or the one that answers it too; empty while that has not. */
    public Optional<Retraining> endOf(String id) {
        return Optional.ofNullable(ends.get(answeredBy.getOrDefault(id, id)));
    }
}
