package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.trainer.source.EventSource;
import java.util.List;

/** Where the events of a demo come from, and what is known about them. */
public interface Scenario {
    /** What is watched. */
    Watch watch();

    /** For people: what is streamed. */
    String words();

    /** All events in their order. */
    EventSource source();

    /** So many first events of each entity train and enrol. */
    int historyEvents();

    /** Which events are not the entity's own. */
    List<Known> fraud();

    /** How the records of the source become values on the topic. */
    Encoding encoding(SchemaRegistry registry);
}
