package dev.twinwatch.sandbox.demo;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventCodec;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.sandbox.demo.recording.Recording;
import dev.twinwatch.sandbox.demo.recording.Sample;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.History;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vouched part of a recording, as the trainer wants it. */
final class Histories {
    private Histories() {}

    static History of(Recording recording) {
        EventCodec codec = new EventCodec(recording.layout());
        MessageDigest digest = Sha256.digest();
        Map<String, List<Event>> byEntity = new LinkedHashMap<>();
        long rows = 0;
        for (Sample sample : recording.history()) {
            if (sample.enrols()) {
                rows++;
                Event event = unvouched(sample.event());
                digest.update(codec.encode(event));
                byEntity.computeIfAbsent(event.entity(), e -> new ArrayList<>()).add(event);
            }
        }
        List<EntityHistory> entities = new ArrayList<>();
        byEntity.forEach((entity, events) -> entities.add(new EntityHistory(entity, events)));
        return new History(entities, rows, HexFormat.of().formatHex(digest.digest()));
    }

    /** Calibration wants verdicts about the history, and what is vouched for gets none. */
    private static Event unvouched(Event event) {
        Origin from = event.origin();
        Origin origin = new Origin(from.source(), from.partition(), from.offset(), false);
        return event.movedTo(event.entity(), origin, event.time(), event.sequence());
    }
}
