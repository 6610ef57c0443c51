package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.control.AnnouncedLimits;
import dev.twinwatch.engine.control.EntityOrders;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.control.Models;
import dev.twinwatch.stream.metrics.Counts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Step decide alone, over stores that outlive it. */
final class StepUnderTest {
    private final MockProcessorContext<String, Decided> context = new MockProcessorContext<>();
    private Decide decide;

    StepUnderTest(Models models) {
        decide = step(models);
        for (String name : List.of(EntityStores.RECENT, EntityStores.PROFILE, EntityStores.ACTIVE_MODEL)) {
            var store = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        }
        var evidence = Stores.windowStoreBuilder(
                        Stores.inMemoryWindowStore(
                                EntityStores.EVIDENCE, Duration.ofDays(1), Duration.ofMillis(1), false),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        evidence.init(context.getStateStoreContext(), evidence);
        context.addStateStore(evidence);
    }

    private static Decide step(Models models) {
        return new Decide(
                Purchases.LAYOUT,
                new ControlState(
                        models, new FraudCases(Purchases.LAYOUT), new EntityOrders(), new AnnouncedLimits(true)),
                new Counts(new SimpleMeterRegistry()),
                true,
                true,
                new Reviewing(0, offered -> {}));
    }

    void open() {
        decide.init(context);
    }

    void openWith(Models models) {
        decide = step(models);
        open();
    }

    void close() {
        decide.close();
    }

    void decide(Event event) {
        decide.process(new Record<>(event.entity(), new Arrival.OfEvent(event), 1000));
    }

    void hearLegitimate(String eventId) {
        var feedback =
                new Feedback("ana", null, eventId, null, StreamUnderTest.START, Label.LEGITIMATE, "tester", null, null);
        decide.process(new Record<>("ana", new Arrival.OfFeedback(feedback), 1000));
    }

    Map<String, byte[]> snapshot() {
        Map<String, byte[]> copy = new HashMap<>();
        for (String name : List.of(EntityStores.RECENT, EntityStores.PROFILE)) {
            try (var all = store(name).all()) {
                all.forEachRemaining(kv -> copy.put(name + "/" + kv.key, kv.value));
            }
        }
        return copy;
    }

    void restore(Map<String, byte[]> snapshot) {
        for (String name : List.of(EntityStores.RECENT, EntityStores.PROFILE)) {
            List<String> keys = new ArrayList<>();
            try (var all = store(name).all()) {
                all.forEachRemaining(kv -> keys.add(kv.key));
            }
            keys.forEach(key -> store(name).put(key, snapshot.get(name + "/" + key)));
        }
    }

    private KeyValueStore<String, byte[]> store(String name) {
        return context.getStateStore(name);
    }

    List<Score> scores() {
        return context.forwarded().stream()
                .map(forward -> forward.record().value())
                .filter(Decided.OfScore.class::isInstance)
                .map(decided -> ((Decided.OfScore) decided).score())
                .toList();
    }

    List<String> outcomes() {
        return scores().stream().map(score -> score.getOutcome().name()).toList();
    }

    List<String> scoreTexts() {
        return scores().stream().map(Score::toString).toList();
    }

    /** What is called again and again, until it is cancelled. */
    List<MockProcessorContext.CapturedPunctuator> scheduled() {
        return context.scheduledPunctuators().stream()
                .filter(call -> !call.cancelled())
                .toList();
    }
}
