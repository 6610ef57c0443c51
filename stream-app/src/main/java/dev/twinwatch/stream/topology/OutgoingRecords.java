package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.NearestCase;
import dev.twinwatch.contracts.NearestEntity;
import dev.twinwatch.contracts.NearestReference;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.contracts.ShadowScore;
import dev.twinwatch.engine.alert.Reason.At;
import dev.twinwatch.engine.alert.Stake;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.detection.Shadowed;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.watch.Watch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the engine decided, as records of the contracts. */
public final class OutgoingRecords {
    private final Watch watch;

    /** For the events of one watch. */
    public OutgoingRecords(Watch watch) {
        this.watch = watch;
    }

    /** The outcome of one event; no model version where no model took part. */
    public Score score(Event event, Outcome outcome, @Nullable String modelVersion) {
        return score(event, outcome, modelVersion, Optional.empty());
    }

    /** The same with what another model would have said. */
    Score score(Event event, Outcome outcome, @Nullable String modelVersion, Optional<Shadowed> shadowed) {
        Score.Builder score = Score.newBuilder()
                .setEventId(event.id())
                .setEntity(event.entity())
                .setEventTime(time(event.time()))
                .setOutcome(dev.twinwatch.contracts.Outcome.valueOf(outcome.code()))
                .setModelVersion(modelVersion)
                .setSourceTopic(event.origin().source())
                .setSourcePartition(event.origin().partition())
                .setSourceOffset(event.origin().offset());
        shadowed.ifPresent(other -> score.setShadow(new ShadowScore(
                other.model(),
                other.evidence(),
                other.limit(),
                other.flagged(),
                other.alertId().isEmpty() ? null : other.alertId(),
                other.opened())));
        if (outcome instanceof Outcome.Scored scored) {
            score.setEvidence(scored.evidence())
                    .setLimit(scored.limit())
                    .setDistance(scored.distance())
                    .setFlagged(scored.flagged())
                    .setReview(scored.review())
                    .setReferences(scored.references())
                    .setEnrolment(dev.twinwatch.contracts.Enrolment.valueOf(
                            scored.enrolment().name()))
                    .setAlertId(scored.alertId().isEmpty() ? null : scored.alertId());
        } else if (outcome instanceof Outcome.Learning learning) {
            score.setReason(learning.why()).setReferences(learning.references());
        } else if (outcome instanceof Outcome.Enrolled enrolled) {
            score.setReason("enrolled").setReferences(enrolled.references());
        } else if (outcome instanceof Outcome.Late late) {
            score.setReason("late by " + late.by() + (watch.hasCalendar() ? " microseconds" : " positions")
                    + " beyond the allowed lateness");
        } else if (outcome instanceof Outcome.Duplicate) {
            score.setReason("its source offset was processed before");
        }
        return score.build();
    }

    static Score unreadable(Origin origin, String reason) {
        return Score.newBuilder()
                .setEventId(origin.asId())
                .setOutcome(dev.twinwatch.contracts.Outcome.UNREADABLE)
                .setReason(DeadLetters.cut(reason))
                .setSourceTopic(origin.source())
                .setSourcePartition(origin.partition())
                .setSourceOffset(origin.offset())
                .build();
    }

    Alert alert(dev.twinwatch.engine.alert.Alert alert, ActiveModel.Active active) {
        return Alert.newBuilder()
                .setAlertId(alert.id())
                .setWatch(watch.name())
                .setEntity(alert.entity())
                .setState(AlertState.valueOf(alert.state().name()))
                .setSeverity(Severity.valueOf(alert.severity().name()))
                .setOpeningEvent(event(alert.opening()))
                .setLatestEvent(event(alert.latest()))
                .setEvents(alert.events())
                .setEvidence(alert.evidence())
                .setPeakEvidence(alert.peak())
                .setLimit(alert.limit())
                .setDistance(alert.distance())
                .setReferences(alert.references())
                .setReasons(alert.reasons().stream().map(this::reason).toList())
                .setNearestReference(alert.likeness()
                        .own()
                        .map(own -> new NearestReference(
                                own.latest().number(), time(own.latest().time()), own.distance()))
                        .orElse(null))
                .setNearestEntity(alert.likeness()
                        .other()
                        .map(other ->
                                new NearestEntity(other.entity().isEmpty() ? null : other.entity(), other.distance()))
                        .orElse(null))
                .setNearestCase(alert.likeness()
                        .fraud()
                        .map(fraud -> new NearestCase(fraud.id(), fraud.distance()))
                        .orElse(null))
                .setModelVersion(active.version())
                .setModelEpoch(active.epoch())
                .setControlVersion(active.controlOffset())
                .setAmount(alert.stake()
                        .map(Stake::amount)
                        .filter(Double::isFinite)
                        .orElse(null))
                .setValueAtRisk(alert.stake()
                        .map(Stake::atRisk)
                        .filter(Double::isFinite)
                        .orElse(null))
                .build();
    }

    private Reason reason(dev.twinwatch.engine.alert.Reason reason) {
        return new Reason(
                reason.feature(),
                reason.words(),
                reason.observed(),
                reason.usual(),
                reason.share(),
                reason.events().stream().map(At::number).toList(),
                reason.events().stream()
                        .map(event -> time(event.time()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private EventRef event(dev.twinwatch.engine.alert.Alert.EventRef event) {
        return new EventRef(event.id(), time(event.time()), event.number());
    }

    /** A position is no time of the calendar, so a contract that speaks of one stays empty. */
    private @Nullable Instant time(long engineTime) {
        return watch.hasCalendar()
                ? Instant.EPOCH.plus(engineTime, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS)
                : null;
    }
}
