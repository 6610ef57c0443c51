package dev.twinwatch.stream.topology;

import dev.twinwatch.engine.features.EventCodec;
import dev.twinwatch.engine.features.Layout;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * How events look on their repartition topic: a format of our own, since no schema is registered for internal topics. Arrivals
 * are written as the events they are, because a step of the graph that only takes them apart would be paid for each event.
 */
final class EventsInTransit {
    private EventsInTransit() {}

    static Serde<Arrival> serde(Layout layout) {
        EventCodec codec = new EventCodec(layout);
        return Serdes.serdeFrom(
                (topic, arrival) -> codec.encode(((Arrival.OfEvent) arrival).event()),
                (topic, bytes) -> new Arrival.OfEvent(codec.decode(bytes)));
    }
}
