package dev.twinwatch.bench;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventCodec;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.topology.OutgoingRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the full topology writes for one entity, for a topology that only moves bytes: real ones, since others would be
 * compressed better or worse.
 *
 * @param transit an event on the repartition topic
 * @param recent the hot state
 * @param profile the cold state
 * @param score the outcome of an event
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EntityBytes(byte[] transit, byte[] recent, byte[] profile, byte[] score) {

    /** Of each entity after its history and some events; the engine has seen the history. */
    static Map<String, EntityBytes> after(EngineAlone engine, List<Event> events, SchemaRegistry registry) {
        EventCodec codec = new EventCodec(engine.layout);
        OutgoingRecords outgoing = new OutgoingRecords(engine.layout.watch());
        Map<String, EntityBytes> bytes = new HashMap<>();
        try (AvroSerializer<Score> serializer = new AvroSerializer<>(registry)) {
            for (Event event : events) {
                Outcome outcome = engine.decide(event);
                Score score = outgoing.score(event, outcome, engine.bundle.version());
                bytes.put(
                        event.entity(),
                        new EntityBytes(
                                codec.encode(event),
                                Objects.requireNonNull(engine.states.recent(event.entity())),
                                Objects.requireNonNull(engine.states.profile(event.entity())),
                                Objects.requireNonNull(serializer.serialize("card-payments.scores.v1", score))));
            }
        }
        return bytes;
    }
}
