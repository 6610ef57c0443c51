package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a scenario into what is sent: first the history of all entities, then the rest, each in the order of the source.
 *
 * <p>It knows beforehand at which partition and offset each event will stand, since nobody else writes to the topic:
 * where the watch names no id, that is what scores and alerts call the event.
 */
public final class Recorder {
    private final Scenario scenario;
    private final Layout layout;
    private final EventReader reader;
    private final Encoding encoding;
    private final Placement placement;
    private final Truths truths;
    private final List<String> problems = new ArrayList<>();
    private final List<Sample> history = new ArrayList<>();
    private final List<Sample> live = new ArrayList<>();

    private Recorder(Scenario scenario, Encoding encoding, Placement placement) {
        this.scenario = scenario;
        this.layout = Layout.of(scenario.watch());
        this.reader = new EventReader(layout);
        this.encoding = encoding;
        this.placement = placement;
        this.truths = new Truths(scenario.watch(), scenario.fraud());
    }

    /** Reads the source twice; throws IllegalArgumentException where nothing is left to stream. */
    public static Recording record(Scenario scenario, Encoding encoding, Placement placement) {
        return new Recorder(scenario, encoding, placement).recorded();
    }

    private Recording recorded() {
        scenario.source().forEach(new Pass(true));
        Pass rest = new Pass(false);
        scenario.source().forEach(rest);
        if (live.isEmpty()) {
            throw new IllegalArgumentException("nothing is left to stream after the first " + scenario.historyEvents()
                    + " events of each entity: take a shorter history"
                    + (problems.isEmpty() ? "" : "; the first problem: " + problems.get(0)));
        }
        return new Recording(layout, history, live, truths.stretches(), rest.seen.size(), problems);
    }

    /** Reads the source once, and keeps the history or what comes after it. */
    private final class Pass implements RecordVisitor {
        private final boolean first;
        private final Map<String, Integer> seen = new HashMap<>();

        Pass(boolean first) {
            this.first = first;
        }

        @Override
        public void record(Fields fields, Origin origin) {
            Reading reading = reader.read(fields, origin);
            if (reading instanceof Reading.Understood understood) {
                Event event = understood.event();
                int number = seen.merge(event.entity(), 1, Integer::sum);
                if (number <= scenario.historyEvents() == first) {
                    keep(fields, origin, event, number);
                }
            } else if (first && reading instanceof Reading.Unreadable no) {
                problems.add(origin.source() + " row " + origin.offset() + ": " + no.reason());
            }
        }

        private void keep(Fields fields, Origin origin, Event event, int number) {
            Optional<Known> fraud = truths.about(event, number);
            Origin place = placement.next(event.entity(), first && fraud.isEmpty());
            if (reader.read(fields, place) instanceof Reading.Understood placed) {
                (first ? history : live).add(new Sample(placed.event(), number, encoding.encode(fields, origin)));
            }
            if (!first) {
                fraud.ifPresent(known -> truths.streamed(known, number));
            }
        }

        @Override
        public void unreadable(String reason, Origin origin) {
            if (first) {
                problems.add(reason);
            }
        }
    }
}
