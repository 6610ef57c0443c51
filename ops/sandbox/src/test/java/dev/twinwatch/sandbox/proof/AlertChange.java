package dev.twinwatch.sandbox.proof;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.NearestEntity;
import dev.twinwatch.contracts.NearestReference;
import dev.twinwatch.engine.alert.Likeness;
import dev.twinwatch.engine.alert.Reason;
import java.util.ArrayList;
import java.util.List;

/** One change of one alert, as the service wrote it or as the engine alone decided it. */
record AlertChange(
        String alertId,
        String entity,
        String state,
        String severity,
        String openingEvent,
        String latestEvent,
        long latestNumber,
        int events,
        double evidence,
        double peak,
        double distance,
        int references,
        List<String> reasons,
        List<Long> eventsOfReasons,
        List<Object> nearest) {

    static AlertChange of(Alert alert) {
        return new AlertChange(
                alert.getAlertId(),
                alert.getEntity(),
                alert.getState().name(),
                alert.getSeverity().name(),
                alert.getOpeningEvent().getEventId(),
                alert.getLatestEvent().getEventId(),
                alert.getLatestEvent().getSequenceNumber(),
                alert.getEvents(),
                alert.getEvidence(),
                alert.getPeakEvidence(),
                alert.getDistance(),
                alert.getReferences(),
                alert.getReasons().stream()
                        .map(reason -> reason.getWords() + " " + reason.getShare())
                        .toList(),
                alert.getReasons().stream()
                        .flatMap(reason -> reason.getEvents().stream())
                        .toList(),
                nearest(alert));
    }

    private static List<Object> nearest(Alert alert) {
        List<Object> nearest = new ArrayList<>();
        NearestReference own = alert.getNearestReference();
        if (own != null) {
            nearest.addAll(List.of(own.getSequenceNumber(), own.getDistance()));
        }
        NearestEntity other = alert.getNearestEntity();
        if (other != null) {
            nearest.addAll(List.of(String.valueOf(other.getEntity()), other.getDistance()));
        }
        return nearest;
    }

    static AlertChange of(dev.twinwatch.engine.alert.Alert alert) {
        return new AlertChange(
                alert.id(),
                alert.entity(),
                alert.state().name(),
                alert.severity().name(),
                alert.opening().id(),
                alert.latest().id(),
                alert.latest().number(),
                alert.events(),
                alert.evidence(),
                alert.peak(),
                alert.distance(),
                alert.references(),
                alert.reasons().stream()
                        .map(reason -> reason.words() + " " + reason.share())
                        .toList(),
                alert.reasons().stream()
                        .flatMap(reason -> reason.events().stream())
                        .map(Reason.At::number)
                        .toList(),
                nearest(alert.likeness()));
    }

    private static List<Object> nearest(Likeness likeness) {
        List<Object> nearest = new ArrayList<>();
        likeness.own().ifPresent(own -> nearest.addAll(List.of(own.latest().number(), own.distance())));
        likeness.other().ifPresent(other -> nearest.addAll(List.of(other.entity(), other.distance())));
        return nearest;
    }
}
