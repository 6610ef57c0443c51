package dev.twinwatch.retrainer.journal;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingTrigger;
import dev.twinwatch.stream.settings.RetrainingSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says when a retraining is due: asked for, enough new labels, or time. */
public final class Triggers {
    private final RetrainingSettings settings;
    private final Instant since;

    /**
     * By the settings.
     *
     * @param since where none has ended yet, the time counts from then
     */
    public Triggers(RetrainingSettings settings, Instant since) {
        this.settings = settings;
        this.since = since;
    }

    /**
     * One that is due.
     *
     * @param id of the request that it answers, or a new one
     * @param reason for people
     */
    public record Due(String id, RetrainingTrigger trigger, String reason) {}

    /** The first reason there is; requests come first. */
    public Optional<Due> due(Journal journal, int newLabels, Instant now) {
        return journal.requests().stream()
                .findFirst()
                .map(Triggers::asked)
                .or(() -> byLabels(newLabels))
                .or(() -> bySchedule(journal, now));
    }

    private static Due asked(Retraining request) {
        RetrainingTrigger trigger = request.getTrigger() == null ? RetrainingTrigger.REQUEST : request.getTrigger();
        return new Due(request.getId(), trigger, request.getWho() + " asked for it: " + request.getReason());
    }

    private Optional<Due> byLabels(int newLabels) {
        return newLabels < settings.labels()
                ? Optional.empty()
                : Optional.of(due(
                        RetrainingTrigger.LABELS,
                        newLabels + " new labels, retraining.labels is " + settings.labels()));
    }

    private Optional<Due> bySchedule(Journal journal, Instant now) {
        Instant last = journal.lastEnd().orElse(since);
        Optional<Duration> every = settings.every();
        return every.isPresent() && !now.isBefore(last.plus(every.get()))
                ? Optional.of(due(
                        RetrainingTrigger.SCHEDULE, "the last one ended at " + last + ", retraining.every has passed"))
                : Optional.empty();
    }

    private static Due due(RetrainingTrigger trigger, String reason) {
        return new Due(UUID.randomUUID().toString(), trigger, reason);
    }

    /** Requests that another retraining answers too. */
    public static List<Retraining> alsoAnswered(Journal journal, Due due) {
        return journal.requests().stream()
                .filter(request -> !request.getId().equals(due.id()))
                .toList();
    }
}
