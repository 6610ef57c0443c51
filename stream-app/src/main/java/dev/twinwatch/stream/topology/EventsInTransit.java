package dev.twinwatch.stream.topology;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventCodec;
import dev.twinwatch.engine.features.Layout;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How events look on their repartition topic: a format of our own, since no schema is registered for internal topics. */
final class EventsInTransit {
    private EventsInTransit() {}

    static Serde<Event> serde(Layout layout) {
        EventCodec codec = new EventCodec(layout);
        return Serdes.serdeFrom((topic, event) -> codec.encode(event), (topic, bytes) -> codec.decode(bytes));
    }
}
