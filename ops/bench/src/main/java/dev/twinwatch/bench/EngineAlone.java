package dev.twinwatch.bench;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.reading.EventBytes;
import java.util.ArrayList;
import java.util.List;

/** The engine without Kafka, with the states of entities in memory. */
final class EngineAlone {
    private static final String TOPIC = "card-payments.events.v1";

    final Layout layout;
    final Bundle bundle;
    final Scorer scorer;
    final InMemoryStates states = new InMemoryStates();
    private final Detector detector;
    private final EventBytes bytes;
    private long offset;

    EngineAlone(Bundle bundle, SchemaRegistry registry) {
        this.bundle = bundle;
        this.layout = bundle.model().layout();
        this.scorer = new Scorer(bundle.model());
        this.detector = new Detector(layout, states, Detector.KEPT_REFERENCES);
        this.bytes = new EventBytes(layout, registry, 1 << 20);
    }

    List<Event> read(List<Workload.Sent> records, boolean enrol) {
        List<Event> events = new ArrayList<>(records.size());
        for (Workload.Sent record : records) {
            events.add(read(record, enrol));
        }
        return events;
    }

    private Event read(Workload.Sent record, boolean enrol) {
        Reading reading = bytes.read(record.value(), new Origin(TOPIC, 0, offset++, enrol));
        return ((Reading.Understood) reading).event();
    }

    /** Lets it see a history, event by event, as all of them at once would need as much room as the service's state. */
    void enrol(List<Workload.Sent> history) {
        history.forEach(record -> decide(read(record, true)));
    }

    Outcome decide(Event event) {
        return detector.onEvent(scorer, event);
    }
}
