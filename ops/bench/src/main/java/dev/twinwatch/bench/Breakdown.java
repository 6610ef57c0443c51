package dev.twinwatch.bench;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventCodec;
import dev.twinwatch.engine.profile.ProfileCodec;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.topology.OutgoingRecords;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each step of scoring costs by itself, in one thread and without Kafka.
 *
 * @param steps in the order of an event's way; `decide` is the whole engine, of which those below it are parts
 * @param recentBytes average size of the hot state, which is rewritten for each event
 * @param profileBytes average size of the cold state, which is rewritten for each window
 */
record Breakdown(List<Step> steps, double recentBytes, double profileBytes) {
    /** CPU rather than the clock: others may use the machine. */
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    Breakdown {
        steps = List.copyOf(steps);
    }

    /** One step; microseconds for one event. */
    record Step(String name, double micros) {}

    /** The engine has seen the history and the beginning of what follows; the records come after that. */
    static Breakdown measure(EngineAlone engine, List<Workload.Sent> records, SchemaRegistry registry) {
        List<Event> events = engine.read(records, false);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("read Avro, pick fields", micros(records, r -> engine.read(List.of(r), false))));
        EventCodec codec = new EventCodec(engine.layout);
        steps.add(new Step("event to and from bytes", micros(events, e -> codec.decode(codec.encode(e)))));
        List<Outcome> outcomes = new ArrayList<>(events.size());
        // Once, since an event that comes again is late.
        long start = THREAD.getCurrentThreadCpuTime();
        events.forEach(event -> outcomes.add(engine.decide(event)));
        steps.add(new Step("decide", (THREAD.getCurrentThreadCpuTime() - start) / 1e3 / events.size()));
        parts(engine, events, steps);
        try (AvroSerializer<Score> serializer = new AvroSerializer<>(registry)) {
            OutgoingRecords outgoing = new OutgoingRecords(engine.layout.watch());
            List<Integer> all = numbers(events.size());
            steps.add(new Step(
                    "score to Avro",
                    micros(
                            all,
                            i -> serializer.serialize(
                                    "card-payments.scores.v1",
                                    outgoing.score(events.get(i), outcomes.get(i), engine.bundle.version())))));
        }
        return new Breakdown(
                steps,
                average(events, e -> Objects.requireNonNull(engine.states.recent(e.entity())).length),
                average(events, e -> Objects.requireNonNull(engine.states.profile(e.entity())).length));
    }

    private static void parts(EngineAlone engine, List<Event> events, List<Step> steps) {
        Map<String, Recent> recents = new HashMap<>();
        Map<String, References> references = new HashMap<>();
        for (Event event : events) {
            recents.computeIfAbsent(event.entity(), entity -> recent(engine, entity));
            references.computeIfAbsent(event.entity(), entity -> references(engine, entity));
        }
        steps.add(new Step("  hot state from bytes", micros(events, e -> recent(engine, e.entity()))));
        steps.add(new Step("  hot state to bytes", micros(events, e -> RecentCodec.encode(of(recents, e)))));
        steps.add(new Step("  features at arrival", micros(events, e -> {
            of(recents, e).append(e);
            return e;
        })));
        steps.add(new Step(
                "  embedding, rows made anew",
                micros(events, e -> engine.scorer.embed(of(recents, e).window()))));
        steps.add(new Step("  embedding and evidence, rows kept", micros(events, e -> {
            References own = of(references, e);
            own.endingBefore(of(recents, e).window().firstNumber());
            return engine.scorer.compareNext(of(recents, e).window(), own);
        })));
    }

    private static <V> V of(Map<String, V> byEntity, Event event) {
        return Objects.requireNonNull(byEntity.get(event.entity()));
    }

    private static Recent recent(EngineAlone engine, String entity) {
        return RecentCodec.decode(engine.layout, Objects.requireNonNull(engine.states.recent(entity)));
    }

    private static References references(EngineAlone engine, String entity) {
        byte[] profile = Objects.requireNonNull(engine.states.profile(entity));
        return engine.scorer.references(
                ProfileCodec.decode(engine.layout, profile).windows());
    }

    private static List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private interface Work<T> {
        @Nullable
        Object on(T item);
    }

    private interface Size<T> {
        double of(T item);
    }

    /** The best of some passes: the others met the compiler or the garbage collector. */
    private static <T> double micros(List<T> items, Work<T> work) {
        double best = Double.POSITIVE_INFINITY;
        long sink = 0;
        for (int pass = 0; pass < 5; pass++) {
            long start = THREAD.getCurrentThreadCpuTime();
            for (T item : items) {
                sink += System.identityHashCode(work.on(item));
            }
            best = Math.min(best, (THREAD.getCurrentThreadCpuTime() - start) / 1e3 / items.size());
        }
        return sink == 42 ? best + 1e-9 : best;
    }

    private static <T> double average(List<T> items, Size<T> size) {
        return items.stream().mapToDouble(size::of).average().orElse(0);
    }
}
