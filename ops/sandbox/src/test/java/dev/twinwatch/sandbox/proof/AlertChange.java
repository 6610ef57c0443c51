package dev.twinwatch.sandbox.proof;

import dev.twinwatch.contracts.Alert;
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
        List<String> reasons) {

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
                        .toList());
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
                        .toList());
    }
}
